/** What somebody means to do, and the key under which it was asked. */
export interface Intent {
  readonly body: string;
  readonly key: string;
  /** When it was first asked, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Whether something asked anew, in a form that was left meanwhile, is still what was meant then: the same words, and not
 * longer ago than `lasting` milliseconds. The same urging or note a week later is a new one.
 */
export const isSameStill = (kept: Intent, body: string, now: number, lasting: number): boolean =>
  kept.body === body && now - kept.at < lasting;
