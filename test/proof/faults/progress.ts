/** A request that waits for somebody to answer it for good. */
interface Waiting {
  /** Notes a try that was in vain. @throws Error where the request has waited too long: whatever hangs is a fault. */
  again(why: string): void;
  answered(): void;
}

export interface Progress {
  ask(what: string): Waiting;
  /** How many requests were answered for good. */
  readonly answered: () => number;
  stop(): void;
}

const TELLING_MILLIS = 60_000;
const LONGEST_WAIT_SECONDS = 600;

/** Tells once a minute how many requests were answered, and which one has waited longest. */
export function watchProgress(tell: (what: string) => void): Progress {
  const waiting = new Set<{ readonly what: string; readonly since: number; tries: number; why: string }>();
  let answered = 0;
  const secondsOf = ({ since }: { since: number }) => Math.round((performance.now() - since) / 1000);
  const telling = setInterval(() => {
    const [longest] = waiting;
    const waits =
      longest === undefined
        ? 'none waits'
        : `${longest.what} waits for ${String(secondsOf(longest))} s, ${String(longest.tries)} tries in vain${longest.why === '' ? '' : `, the last: ${longest.why}`}`;
    tell(`${String(answered)} requests answered; ${waits}`);
  }, TELLING_MILLIS);
  return {
    ask(what) {
      const request = { what, since: performance.now(), tries: 0, why: '' };
      waiting.add(request);
      return {
        again(why) {
          request.tries++;
          request.why = why;
          if (secondsOf(request) > LONGEST_WAIT_SECONDS)
            throw new Error(`${what} is not answered: ${String(request.tries)} tries in vain, the last: ${why}`);
        },
        answered() {
          answered++;
          waiting.delete(request);
        },
      };
    },
    answered: () => answered,
    stop() {
      clearInterval(telling);
    },
  };
}
