import { Button, Text } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { DataTable } from '../../shared/DataTable';
import { datesOf, type Entries, type Entry } from './entries';
import { KindTag } from './Legend';
import { calendarTexts } from './messages';

interface DayListProps {
  readonly entries: Entries;
  readonly onChoose: (date: string) => void;
}

/** The year in words: each day that departs from Monday to Friday. */
export function DayList({ entries, onChoose }: DayListProps) {
  const t = useTexts(calendarTexts);
  const format = useFormats();
  const rows = datesOf(entries).map((date) => ({ date, ...(entries[date] as Entry) }));
  return (
    <DataTable
      caption={t.inWords}
      rows={rows}
      keyOf={({ date }) => date}
      head={{ label: t.date, cell: ({ date }) => <span className="tabular">{format.longDay(date)}</span> }}
      columns={[
        { label: t.kind, cell: ({ kind }) => <KindTag kind={kind} /> },
        {
          label: t.dayName,
          cell: ({ name, sources = [] }) => (
            <>
              {name}
              {sources.length > 0 && (
                <Text size="sm" c="dimmed">
                  {sources.join('; ')}
                </Text>
              )}
            </>
          ),
        },
        {
          label: t.counterpart,
          cell: ({ counterpart }) => counterpart && <span className="tabular">{format.shortDay(counterpart)}</span>,
        },
        {
          label: '',
          cell: ({ date }) => (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.editDay(format.day(date))}
              onClick={() => {
                onChoose(date);
              }}
            >
              {t.edit}
            </Button>
          ),
        },
      ]}
    />
  );
}
