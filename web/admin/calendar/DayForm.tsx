import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { DayField } from '../../shared/forms/DayField';
import { isWeekend } from './days';
import type { Entry, EntryKind } from './entries';
import { calendarTexts } from './messages';

interface DayFormProps {
  readonly date: string;
  readonly entry: Entry | undefined;
  /** Called with what the day is to be; null for a plain one. */
  readonly onDone: (entry: Entry | null) => void;
  readonly onCancel: () => void;
}

const kindsOf = (date: string): readonly EntryKind[] =>
  isWeekend(date) ? ['weekendHoliday', 'worked'] : ['holiday', 'compensatory', 'swap'];

/** What one day is to be. Nothing is sent: it becomes part of the year that is being prepared. */
export function DayForm({ date, entry, onDone, onCancel }: DayFormProps) {
  const t = useTexts(calendarTexts);
  const shared = useTexts(sharedTexts);
  const [kind, setKind] = useState<EntryKind | 'plain'>(entry?.kind ?? 'plain');
  const [name, setName] = useState(entry?.name ?? '');
  const [counterpart, setCounterpart] = useState(entry?.counterpart ?? '');
  const [missing, setMissing] = useState<{ readonly name?: string; readonly counterpart?: string }>({});
  const paired = kind === 'compensatory' || kind === 'swap' || kind === 'worked';
  const finish = () => {
    if (kind === 'plain') {
      onDone(null);
      return;
    }
    const given = name.trim() === '' ? t.kinds[kind] : name.trim();
    if (paired && counterpart === '') {
      setMissing({ counterpart: shared.faults['required'] });
      return;
    }
    onDone({ kind, name: given, ...(paired ? { counterpart } : {}) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack>
        <Radio.Group
          label={t.whatDay}
          value={kind}
          onChange={(value) => {
            setKind(value);
          }}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="plain" label={isWeekend(date) ? t.kinds.weekend : t.kinds.workday} />
            {kindsOf(date).map((one) => (
              <Radio key={one} value={one} label={t.kinds[one]} />
            ))}
          </Stack>
        </Radio.Group>
        {kind !== 'plain' && (
          <TextInput
            label={t.dayName}
            description={t.dayNameHint}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
        )}
        {paired && (
          <DayField
            name="counterpart"
            label={t.counterparts[kind]}
            error={missing.counterpart}
            value={counterpart}
            onChange={setCounterpart}
          />
        )}
        <Group>
          <Button type="submit">{t.setDay}</Button>
          <Button variant="default" onClick={onCancel}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
