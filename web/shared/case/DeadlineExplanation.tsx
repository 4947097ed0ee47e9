import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import type { CaseTerm } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { termNameOf } from './deadline';
import { CountedDays } from './CountedDays';
import { caseTexts } from './messages';

/** Opens to the days that a deadline counts and skips. */
export function DeadlineExplanation({ name, term }: { name: string; term: CaseTerm }) {
  const t = useTexts(caseTexts);
  const label = t.explain(t.terms[termNameOf(name)]);
  return (
    <Popover width={340} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon className="screen-only" variant="subtle" aria-label={label}>
          <IconCalendarQuestion size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} mah="60vh" style={{ overflowY: 'auto' }} tabIndex={0}>
        <CountedDays term={term} />
      </Popover.Dropdown>
    </Popover>
  );
}
