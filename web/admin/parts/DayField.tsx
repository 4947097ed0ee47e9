import { TextInput } from '@mantine/core';
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

/** A day, typed or chosen, as the browser writes days. */
export const DayField = ({ onChange, ...rest }: DayFieldProps) => (
  <TextInput
    {...rest}
    type="date"
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  />
);
