import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useCallback, useState } from 'react';

const PREFIX = 'pakn.draft.';
const PAUSE_MILLIS = 400;

/** What was typed into a form and not yet sent, kept in this browser. `key` names the form and whose it is. */
export function readDraft(key: string): unknown {
  const kept = localStorage.getItem(PREFIX + key);
  return kept === null ? null : JSON.parse(kept);
}

/** Keeps something beside the drafts, under a key of the same kind. */
export function writeDraft(key: string, value: unknown): void {
  localStorage.setItem(PREFIX + key, JSON.stringify(value));
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

/** Forgets every draft whose key begins like this: those of a form, or of a person. */
export function forgetDrafts(beginning: string): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX + beginning)) localStorage.removeItem(name);
}

interface DraftKeeper<Values> {
  /** Call it with every change. */
  readonly keep: (values: Values) => void;
  readonly forget: () => void;
  /** Whether the last change is in store. */
  readonly kept: boolean;
}

/** Keeps a form's values a moment after each change. */
export function useDraftKeeper<Values>(key: string): DraftKeeper<Values> {
  const [kept, setKept] = useState(false);
  const write = useDebouncedCallback(
    (values: Values) => {
      writeDraft(key, values);
      setKept(true);
    },
    { delay: PAUSE_MILLIS, flushOnUnmount: true }
  );
  // A page that is left or reloaded takes nothing along that was typed last.
  useWindowEvent('pagehide', write.flush);
  const keep = useCallback(
    (values: Values) => {
      setKept(false);
      write(values);
    },
    [write]
  );
  const forget = useCallback(() => {
    write.cancel();
    forgetDraft(key);
    setKept(false);
  }, [key, write]);
  return { keep, forget, kept };
}
