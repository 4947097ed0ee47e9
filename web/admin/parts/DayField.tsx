import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';

interface DayFieldProps {
  readonly name: string;
  readonly label: string | undefined;
  readonly description?: ReactNode;
  readonly error: string | undefined;
  /** As the API writes days; empty where none is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, typed or chosen. */
export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  return (
    <DateInput
      {...rest}
      value={value === '' ? null : value}
      onChange={(day) => {
        onChange(day ?? '');
      }}
      valueFormat="DD/MM/YYYY"
      placeholder="DD/MM/YYYY"
      clearable
    />
  );
}
