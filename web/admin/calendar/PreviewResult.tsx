import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { CaseCode } from '../../shared/case/CaseCode';
import { termNameOf } from '../../shared/case/deadline';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Figures } from '../parts/Figures';
import { DataTable } from '../../shared/DataTable';
import { calendarTexts } from './messages';

/** What a change would move: how many open cases, which of them would be late, and the first of them one by one. */
export function PreviewResult({
  preview: { totals, items, nextCursor },
}: {
  readonly preview: Schemas['CalendarPreview'];
}) {
  const t = useTexts(calendarTexts);
  const texts = useTexts(caseTexts);
  const format = useFormats();
  return (
    <Stack role="status">
      {totals && (
        <Figures
          figures={[
            { label: t.openCases, value: totals.open, tone: 'quiet' },
            { label: t.movedCases, value: totals.moved, tone: 'info' },
            { label: t.overdueCases, value: totals.overdue, tone: totals.overdue > 0 ? 'late' : 'calm' },
          ]}
        />
      )}
      {items.length === 0 ? (
        <Text>{t.movesNothing}</Text>
      ) : (
        <DataTable
          caption={t.movedCases}
          rows={items}
          keyOf={({ code }) => code}
          head={{ label: texts.code, cell: ({ code }) => <CaseCode code={code} /> }}
          columns={[
            {
              label: t.deadlines,
              cell: ({ moved }) => (
                <Stack gap={2}>
                  {moved.map((one) => (
                    <Text key={one.term} size="sm">
                      {texts.terms[termNameOf(one.term)]}: {format.day(one.from)} → {format.day(one.to)}
                    </Text>
                  ))}
                </Stack>
              ),
            },
            {
              label: t.becomesLate,
              cell: ({ overdue }) => overdue.map((key) => texts.terms[termNameOf(key)]).join(', ') || null,
            },
          ]}
        />
      )}
      {nextCursor !== null && (
        <Text size="sm" c="dimmed">
          {t.onlyFirst(items.length)}
        </Text>
      )}
    </Stack>
  );
}
