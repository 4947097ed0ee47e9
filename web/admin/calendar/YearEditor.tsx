import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Dialog } from '../../shared/Dialog';
import { Section } from '../../shared/Section';
import { AnnounceForm } from './AnnounceForm';
import { DayForm } from './DayForm';
import { DayList } from './DayList';
import { differences, type Entry, entriesOf, rebased, withEntry } from './entries';
import { Legend } from './Legend';
import { calendarTexts } from './messages';
import type { YearAnswer } from './useYear';
import { YearGrid } from './YearGrid';

/** A year to look at and to prepare a change of; nothing is sent before the change is applied. */
export function YearEditor({
  loaded,
  onApplied,
}: {
  readonly loaded: YearAnswer;
  readonly onApplied: (version: number) => void;
}) {
  const t = useTexts(calendarTexts);
  const format = useFormats();
  const [base, setBase] = useState(loaded);
  const [entries, setEntries] = useState(() => entriesOf(loaded));
  const [chosen, setChosen] = useState<string | null>(null);
  const before = entriesOf(base);
  const changed = differences(before, entries);
  const takeUp = (now: YearAnswer) => {
    setEntries(rebased(entries, before, entriesOf(now)));
    setBase(now);
  };
  const close = () => {
    setChosen(null);
  };
  const named = (entry: Entry): Entry => ({
    ...entry,
    otherName: entry.kind === 'swap' ? t.kinds.worked : t.kinds.swap,
  });
  return (
    <Stack gap="lg">
      {base.status === 'provisional' && <Alert title={t.provisional}>{t.provisionalText}</Alert>}
      <Group justify="space-between">
        <Legend />
        <Text size="sm" c="dimmed">
          {t.keys}
        </Text>
      </Group>
      <YearGrid
        year={base.year}
        entries={entries}
        changed={changed}
        provisional={base.status === 'provisional'}
        onChoose={setChosen}
      />
      <Section
        title={t.announce}
        aside={
          changed.length > 0 && (
            <Button
              variant="subtle"
              size="sm"
              onClick={() => {
                setEntries(before);
              }}
            >
              {t.undoAll}
            </Button>
          )
        }
      >
        <AnnounceForm
          base={base}
          before={before}
          entries={entries}
          changed={changed}
          onOvertaken={takeUp}
          onApplied={(after) => {
            setBase(after);
            setEntries(entriesOf(after));
            onApplied(after.calendar);
          }}
        />
      </Section>
      <section>
        <Title order={2} fz="lg" mb="md">
          {t.inWords}
        </Title>
        <DayList entries={entries} onChoose={setChosen} />
      </section>
      <Dialog title={chosen === null ? '' : format.longDay(chosen)} opened={chosen !== null} onClose={close} size="md">
        {chosen !== null && (
          <DayForm
            date={chosen}
            entry={entries[chosen]}
            onCancel={close}
            onDone={(entry) => {
              setEntries(withEntry(entries, chosen, entry && named(entry)));
              close();
            }}
          />
        )}
      </Dialog>
    </Stack>
  );
}
