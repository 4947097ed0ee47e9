/** What somebody began to write in the form of an act, and on what it rests. */
export interface Begun<Values> {
  readonly values: Values;
  /** What stood in the fields at first. */
  readonly initial: Values;
  /** The event up to which the writer knew the case. */
  readonly seq: number;
}

/**
 * Whether a form begins with other texts by now than this was begun with: another draft was put up since, another answer
 * given, another case named. What was written on the former is not to be sent as if it were about the latter (R9.1, R10.3).
 */
export const isSuperseded = <Values>(begun: Begun<Values>, initial: Values): boolean =>
  JSON.stringify(begun.initial) !== JSON.stringify(initial);

/** What is in store of a form that was begun; null where nothing is, or an earlier version of the pages kept it. */
export const begunIn = <Values>(kept: unknown): Begun<Values> | null =>
  typeof kept === 'object' && kept !== null && 'initial' in kept ? (kept as Begun<Values>) : null;
