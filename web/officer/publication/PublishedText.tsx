import { Stack } from '@mantine/core';
import { useRef } from 'react';
import type { FormPart } from '../../shared/forms/ActionForm';
import { FindingList } from './FindingList';
import { MarkedText } from './MarkedText';
import { type Place, replacedIn } from './places';
import { confirmedIn, isSame, textIn, type TextName, withConfirmed, withText } from './publishedTexts';
import { useFindings } from './useFindings';

interface PublishedTextProps {
  readonly code: string;
  readonly name: TextName;
  readonly part: FormPart;
}

const ROWS: Record<TextName, number> = { title: 1, content: 4, text: 4 };

/** A text that will be published: what may tell who somebody is, is marked in it and decided one by one below it (R9.1). */
export function PublishedText({ code, name, part: { values, set, label, error, required } }: PublishedTextProps) {
  const findings = useFindings(code, values);
  const input = useRef<HTMLTextAreaElement>(null);
  const value = (values[name] ?? '') as string;
  const found = findings.of(name);
  const confirmed = confirmedIn(values, name);
  const text = textIn(values, name);
  const marks = found.map((finding) => ({ ...finding, settled: confirmed.some(isSame(finding)) }));
  return (
    <Stack gap="xs">
      <MarkedText
        name={name}
        label={label}
        error={error}
        required={required}
        value={value}
        onChange={(typed) => {
          set(withText(values, name, name === 'title' ? typed.replaceAll('\n', ' ') : typed));
        }}
        marks={marks}
        minRows={ROWS[name]}
        inputRef={input}
      />
      <FindingList
        text={text}
        findings={marks}
        onShow={({ offset, length }) => {
          const from = value.length - value.trimStart().length + offset;
          input.current?.focus();
          input.current?.setSelectionRange(from, from + length);
        }}
        onRedact={(place) => {
          set(withText(values, name, replacedIn(text, place, findings.replacement)));
        }}
        onConfirm={(place) => {
          set(withConfirmed(values, name, [...confirmed, place]));
        }}
        onReconsider={(place: Place) => {
          set(
            withConfirmed(
              values,
              name,
              confirmed.filter((other) => !isSame(place)(other))
            )
          );
        }}
      />
    </Stack>
  );
}
