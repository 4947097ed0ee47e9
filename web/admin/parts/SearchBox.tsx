import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

const TYPING_PAUSE_MILLIS = 300;

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Words to search for, told a moment after the last was typed. */
export function SearchBox({ label, hint, value, onChange }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback((typed: string) => {
    onChange(typed.trim());
  }, TYPING_PAUSE_MILLIS);
  // Whoever is typing is ahead of the address.
  useEffect(() => {
    showUnlessTyping(box.current, value);
  }, [value]);
  return (
    <TextInput
      ref={box}
      type="search"
      label={label}
      placeholder={hint}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={200}
      defaultValue={value}
      onChange={(event) => {
        tell(event.currentTarget.value);
      }}
      onBlur={tell.flush}
      flex="1 1 16rem"
    />
  );
}

function showUnlessTyping(field: HTMLInputElement | null, text: string): void {
  if (field !== null && field !== document.activeElement) field.value = text;
}
