import { Mark } from '@mantine/core';

interface HighlightedProps {
  readonly text: string;
  /** What was searched, in order. */
  readonly hits: readonly { readonly start: number; readonly end: number }[];
}

/** A text in which what was searched stands out. */
export function Highlighted({ text, hits }: HighlightedProps) {
  const ends = [0, ...hits.map(({ end }) => end)];
  return (
    <>
      {hits.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <Mark>{text.slice(start, end)}</Mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
