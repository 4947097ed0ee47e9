import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/catalogue';
import { formTexts } from './messages';

interface ErrorSummaryProps {
  /** What is wrong by the names of fields; each new set takes the focus. */
  readonly errors: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string | undefined>>;
}

/** Lists what is wrong above the form, and is read out first. Each entry leads to its field. */
export function ErrorSummary({ errors, labels }: ErrorSummaryProps) {
  const t = useTexts(formTexts);
  const summary = useRef<HTMLDivElement>(null);
  const faults = Object.entries(errors);
  useEffect(() => {
    if (Object.keys(errors).length > 0) summary.current?.focus();
  }, [errors]);
  if (faults.length === 0) return null;
  const lead = (name: string) => {
    const form = summary.current?.closest('form');
    if (form) fieldIn(form, name)?.focus();
  };
  return (
    <Alert ref={summary} tabIndex={-1} role="alert" color="var(--late-text)" variant="outline" title={t.faultsTitle}>
      <List size="sm">
        {faults.map(([name, fault]) => (
          <List.Item key={name}>
            {name === '' ? (
              fault
            ) : (
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  lead(name);
                }}
              >
                {labels[name] ?? labels[wholeOf(name)] ?? name}: {fault}
              </a>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Of what the part is called that one of several things stands in: `coordinating` of `coordinating.0`. */
const wholeOf = (name: string): string => name.split('.')[0] ?? '';

/** What takes the focus for a name, or for the whole that it is a part of. A list with options keeps its value in a hidden field. */
const fieldIn = (form: HTMLFormElement, name: string): HTMLElement | null =>
  [name, wholeOf(name)]
    .map((one) => CSS.escape(one))
    .map((one) => form.querySelector<HTMLElement>(`[name="${one}"]:not([type="hidden"]), [data-field="${one}"]`))
    .find((field) => field !== null) ?? null;
