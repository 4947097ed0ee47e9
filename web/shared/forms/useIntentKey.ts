import { useRef } from 'react';

/**
 * The `Idempotency-Key` of what somebody means to do: the same as long as the same is sent again, so that a repeated
 * request takes effect once, and a new one for anything else. `done` ends the intent.
 */
export function useIntentKey(): { keyFor: (body: unknown) => string; done: () => void } {
  const intent = useRef<{ body: string; key: string }>(null);
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      if (intent.current?.body !== text) intent.current = { body: text, key: crypto.randomUUID() };
      return intent.current.key;
    },
    done() {
      intent.current = null;
    },
  };
}
