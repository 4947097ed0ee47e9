import { Group, Input } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n/catalogue';
import { DayField } from './DayField';
import { formTexts } from './messages';

interface MomentFieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** Local time as `2026-03-13T16:30`; empty where none is given. */
  readonly value: string;
  readonly onChange: (moment: string) => void;
}

const MIDNIGHT = '00:00';

/** A day and a time of it; a day without a time begins at midnight. */
export function MomentField({ name, label, description, error, value, onChange }: MomentFieldProps) {
  const t = useTexts(formTexts);
  const id = useId();
  const [day = '', time = ''] = value.split('T');
  // A time that is typed before its day waits here.
  const [waiting, setWaiting] = useState('');
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} description={description} error={error}>
      <Group role="group" aria-labelledby={id} gap="xs" wrap="nowrap" align="flex-start">
        <DayField
          name={name}
          aria-label={t.dayPart}
          value={day}
          onChange={(chosen) => {
            onChange(chosen === '' ? '' : `${chosen}T${time || waiting || MIDNIGHT}`);
          }}
        />
        <TimePicker
          value={time === '' ? waiting : time}
          hoursInputLabel={t.hours}
          minutesInputLabel={t.minutes}
          onChange={(typed) => {
            setWaiting(typed);
            if (day !== '' && typed !== '') onChange(`${day}T${typed.slice(0, MIDNIGHT.length)}`);
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
