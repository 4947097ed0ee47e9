import { Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { ButtonLink } from '../../shared/ButtonLink';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { type ListSearch, withoutPlace } from './listSearch';

interface PagerProps {
  readonly previous: string | null;
  readonly next: string | null;
  readonly search: ListSearch;
}

/** The ways to the pages beside this one. */
export function Pager({ previous, next, search }: PagerProps) {
  const t = useTexts(officerTexts);
  if (previous === null && next === null) return null;
  return (
    <Group component="nav" aria-label={t.pages} justify="flex-end" className="screen-only">
      {previous !== null && (
        <ButtonLink
          to="/inbox"
          search={{ ...search, cursor: previous }}
          variant="default"
          size="sm"
          leftSection={<IconChevronLeft size={16} aria-hidden />}
        >
          {t.previousPage}
        </ButtonLink>
      )}
      {search.cursor !== undefined && (
        <ButtonLink to="/inbox" search={withoutPlace(search)} variant="subtle">
          {t.firstPage}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink
          to="/inbox"
          search={{ ...search, cursor: next }}
          variant="default"
          size="sm"
          rightSection={<IconChevronRight size={16} aria-hidden />}
        >
          {t.nextPage}
        </ButtonLink>
      )}
    </Group>
  );
}
