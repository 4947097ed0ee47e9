/** A case that changed. */
interface CaseChange {
  readonly code: string;
  readonly seq: number;
}

/** A change; when hearing begins, also after a break, that anything may have changed. */
export type Told = CaseChange | 'anything';

/** A connection over which changes are told, as browsers make it; it comes back by itself unless it is closed. */
export interface Connection {
  onopen: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  addEventListener(type: 'case', listener: (event: { readonly data: string }) => void): void;
  close(): void;
  readonly readyState: number;
}

interface Surroundings {
  readonly connect: () => Connection;
  /** Whether nobody sees the page. */
  readonly isHidden: () => boolean;
}

const CLOSED = 2;
const FIRST_PAUSE_MILLIS = 3_000;
const LONGEST_PAUSE_MILLIS = 60_000;

/**
 * Hears of changes for as long as somebody sees the page: a browser has few connections to one host, and pages that nobody
 * sees would take them from the others. A connection that the service or what stands before it refused is made anew, later
 * from time to time. Whenever it begins to hear, what was missed until then is told as `anything`.
 */
export function hearChanges({ connect, isHidden }: Surroundings, tell: (told: Told) => void) {
  let connection: Connection | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MILLIS;
  // What the page has read may have changed before the connection is there.
  let missed = true;

  const end = () => {
    clearTimeout(retry);
    connection?.close();
    connection = undefined;
  };
  const begin = () => {
    end();
    const begun = connect();
    connection = begun;
    begun.addEventListener('case', ({ data }) => {
      tell(JSON.parse(data) as CaseChange);
    });
    begun.onopen = () => {
      pause = FIRST_PAUSE_MILLIS;
      if (missed) tell('anything');
      missed = false;
    };
    begun.onerror = () => {
      missed = true;
      if (begun.readyState !== CLOSED) return;
      retry = setTimeout(begin, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    };
  };
  /** Looks whether there is somebody to hear, and tries at once where it waited: something may have made it possible. */
  const look = () => {
    if (isHidden()) {
      missed ||= connection !== undefined;
      end();
    } else if (connection === undefined || connection.readyState === CLOSED) begin();
  };
  look();
  return { look, end };
}
