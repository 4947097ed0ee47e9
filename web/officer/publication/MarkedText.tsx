import { Textarea } from '@mantine/core';
import { Fragment, type Ref } from 'react';
import styles from './MarkedText.module.css';
import type { Place } from './places';

/** A stretch that is marked, and whether it is settled. */
export interface Mark extends Place {
  readonly settled: boolean;
}

interface MarkedTextProps {
  readonly name: string;
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** In order, in the text without the blanks around it. */
  readonly marks: readonly Mark[];
  readonly minRows: number;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/** A text to be written, with stretches of it marked behind the letters. */
export function MarkedText({ value, onChange, marks, inputRef, ...field }: MarkedTextProps) {
  return (
    <Textarea
      {...field}
      ref={inputRef}
      autosize
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      classNames={{ input: styles.input }}
      inputContainer={(input) => (
        <div className={styles.field}>
          <Ground text={value} marks={marks} />
          {input}
        </div>
      )}
    />
  );
}

/** The same letters, unseen, where they stand in the field above: their marks show through. */
function Ground({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const shown = text.normalize('NFC');
  const blanks = shown.length - shown.trimStart().length;
  const parts = marks.map(({ offset, length, settled }, index) => {
    const before = marks[index - 1];
    const from = before === undefined ? 0 : blanks + before.offset + before.length;
    const start = blanks + offset;
    return (
      <Fragment key={offset}>
        {shown.slice(from, start)}
        <mark data-settled={settled}>{shown.slice(start, start + length)}</mark>
      </Fragment>
    );
  });
  const last = marks.at(-1);
  return (
    <div className={styles.ground} aria-hidden>
      {parts}
      {shown.slice(last === undefined ? 0 : blanks + last.offset + last.length)}
    </div>
  );
}
