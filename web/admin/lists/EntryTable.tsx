import { Button, Text } from '@mantine/core';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { DataTable } from '../../shared/DataTable';
import { useToday } from '../../shared/useToday';
import { partTexts } from '../parts/messages';
import { type Entry, periodOf } from './lists';
import { listsTexts } from './messages';

interface EntryTableProps {
  readonly caption: string;
  readonly entries: readonly Entry[];
  readonly onChange: (entry: Entry) => void;
}

/** Every entry that a list has, had or will have. */
export function EntryTable({ caption, entries, onChange }: EntryTableProps) {
  const t = useTexts(listsTexts);
  const parts = useTexts(partTexts);
  const format = useFormats();
  const today = useToday();
  const rows = entries
    .flatMap((entry) => {
      const period = periodOf(entry, today);
      return period === undefined ? [] : [{ entry, period }];
    })
    .sort((a, b) => a.period.position - b.period.position);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ entry }) => entry.code}
      head={{
        label: t.labels.label,
        cell: ({ entry: { code }, period: { label, labelEn } }) => (
          <>
            <Text fw={600}>{label}</Text>
            <Text size="sm" c="dimmed" lang="en">
              {labelEn}
            </Text>
            <Text size="sm" c="dimmed">
              {code}
            </Text>
          </>
        ),
      }}
      columns={[
        { label: t.labels.basis, cell: ({ period: { basis } }) => basis },
        { label: t.labels.position, cell: ({ period: { position } }) => position },
        {
          label: t.state,
          cell: ({ entry: { offered }, period: { from } }) => (
            <Tag tone={offered ? 'calm' : 'quiet'}>
              {offered ? t.offered : from > today ? t.offeredFrom(format.day(from)) : t.ended}
            </Tag>
          ),
        },
        {
          label: t.periods,
          cell: ({ entry: { periods } }) =>
            periods.map(({ from, through }) => (
              <Text key={from} size="sm">
                {through === null ? parts.since(format.day(from)) : `${format.day(from)} – ${format.day(through)}`}
              </Text>
            )),
        },
        {
          label: '',
          cell: ({ entry, period: { label } }) => (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.changeOf(label)}
              onClick={() => {
                onChange(entry);
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
