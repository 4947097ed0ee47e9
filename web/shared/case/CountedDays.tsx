import { List, Stack, Text } from '@mantine/core';
import type { CaseTerm } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import styles from './CountedDays.module.css';
import { caseTexts } from './messages';

/** The days that a term counts, and those that it passes over with the reason of each. */
export function CountedDays({ term }: { term: CaseTerm }) {
  const t = useTexts(caseTexts);
  const format = useFormats();
  const { counted = [], departures = [] } = term;
  const reasons = departures.filter(({ kind }) => kind !== 'workday');
  return (
    <Stack gap="xs">
      <Text size="sm">{t.counting(format.day(term.from), term.workingDays)}</Text>
      {counted.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t.countedDays}
          </Text>
          <ol className={styles.days}>
            {counted.map((day) => (
              <li key={day}>{format.shortDay(day)}</li>
            ))}
          </ol>
        </>
      )}
      <Text size="sm" fw={600}>
        {t.skippedDays}
      </Text>
      {reasons.length > 0 && (
        <List size="sm">
          {reasons.map(({ date, kind, name }) => (
            <List.Item key={date}>
              {format.shortDay(date)}: {name ?? t.dayKinds[kind]}
              {name !== null && name !== t.dayKinds[kind] && ` (${t.dayKinds[kind]})`}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" c="dimmed">
        {reasons.length > 0 ? t.weekendsSkipped : t.nothingSkipped}
      </Text>
      {term.provisional && <Text size="sm">{t.provisional}</Text>}
    </Stack>
  );
}
