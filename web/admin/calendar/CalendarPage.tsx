import { Group, Stack } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../shared/ButtonLink';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { BlockSkeleton } from '../../shared/states/BlockSkeleton';
import { Loaded } from '../../shared/states/Loaded';
import { useToday } from '../../shared/useToday';
import { CalendarFiles } from './CalendarFiles';
import { History } from './History';
import { calendarTexts } from './messages';
import { Rollout } from './Rollout';
import { useYear } from './useYear';
import { YearEditor } from './YearEditor';

const route = getRouteApi('/admin/calendar');

/** The official days of a year on one page: which they are, what was announced, and what a change would move. */
export function CalendarPage() {
  const t = useTexts(calendarTexts);
  const search = route.useSearch();
  const today = useToday();
  const year = Number(search.year ?? today.slice(0, 4));
  const query = useYear(year);
  const [applied, setApplied] = useState<number | null>(null);
  const beside = (other: number) => ({ to: '/admin/calendar', search: { year: String(other) } }) as const;
  return (
    <Page
      title={t.title(year)}
      lead={t.lead}
      size="xl"
      aside={
        <Group component="nav" aria-label={t.years} gap="xs">
          <ButtonLink
            {...beside(year - 1)}
            variant="default"
            size="sm"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
          >
            {year - 1}
          </ButtonLink>
          <ButtonLink
            {...beside(year + 1)}
            variant="default"
            size="sm"
            rightSection={<IconChevronRight size={16} aria-hidden />}
          >
            {year + 1}
          </ButtonLink>
        </Group>
      }
    >
      <Loaded query={query} skeleton={<BlockSkeleton lines={16} />}>
        {(loaded) => (
          <Stack gap="xl">
            {applied !== null && <Rollout version={applied} />}
            <YearEditor key={`${String(year)}.${String(applied)}`} loaded={loaded} onApplied={setApplied} />
            {applied === null && loaded.yearVersion !== null && <Rollout version={loaded.yearVersion} />}
            <History history={loaded.history} />
            <CalendarFiles year={year} onApplied={setApplied} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
