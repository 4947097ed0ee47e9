import { useRef } from 'react';
import { forgetDraft, readDraft, writeDraft } from './drafts';
import { type Intent, isSameStill } from './intents';

/** How long what was asked on a case, and left without an answer, is taken for the same when it is asked again. */
export const ACT_LASTS_MILLIS = 3_600_000;

export interface IntentKey {
  readonly keyFor: (body: unknown) => string;
  /** Ends the intent: it was done, or given up. */
  readonly end: () => void;
}

/**
 * The `Idempotency-Key` of what somebody means to do: the same as long as the same is sent again, so that a repeated
 * request takes effect once, and a new one for anything else. It is kept with the draft of that key, so that this holds
 * over a reload while an answer is under way; for as long as `lasting`, where the same may be meant a second time.
 */
export function useIntentKey(draftKey: string, lasting = Infinity): IntentKey {
  const keptAs = `${draftKey}.intent`;
  const current = useRef<Intent | null>(null);
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      if (current.current === null) {
        const kept = readDraft(keptAs) as Intent | null;
        if (kept !== null && isSameStill(kept, text, Date.now(), lasting)) current.current = kept;
      }
      if (current.current?.body === text) return current.current.key;
      current.current = { body: text, key: crypto.randomUUID(), at: Date.now() };
      writeDraft(keptAs, current.current);
      return current.current.key;
    },
    end() {
      current.current = null;
      forgetDraft(keptAs);
    },
  };
}
