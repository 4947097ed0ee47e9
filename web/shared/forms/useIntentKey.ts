import { useRef } from 'react';
import { forgetDraft, readDraft, writeDraft } from './drafts';

interface Intent {
  readonly body: string;
  readonly key: string;
}

/**
 * The `Idempotency-Key` of what somebody means to do: the same as long as the same is sent again, so that a repeated
 * request takes effect once, and a new one for anything else. It is kept with the draft of that key, so that this holds
 * over a reload while an answer is under way. `done` ends the intent.
 */
export function useIntentKey(draftKey: string): { keyFor: (body: unknown) => string; done: () => void } {
  const keptAs = `${draftKey}.intent`;
  const current = useRef<Intent | null>(null);
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      current.current ??= readDraft(keptAs) as Intent | null;
      if (current.current?.body === text) return current.current.key;
      current.current = { body: text, key: crypto.randomUUID() };
      writeDraft(keptAs, current.current);
      return current.current.key;
    },
    done() {
      current.current = null;
      forgetDraft(keptAs);
    },
  };
}
