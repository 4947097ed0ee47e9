import type { Schemas } from './api/types';

const DAY_MILLIS = 86_400_000;
/** Legal days begin by the time of the province, which is seven hours ahead of UTC all year. */
const AHEAD_MILLIS = 25_200_000;

/** What the service says of its clock. */
export type LegalClock = Pick<Schemas['Alive'], 'legalTime' | 'trainingClock'>;

const speedOf = ({ trainingClock }: LegalClock): number => trainingClock?.speed ?? 1;

/** The legal moment at a real one of the browser, by what the service said when it was read; in milliseconds since 1970. */
export const legalMoment = (clock: LegalClock, readAt: number, now: number): number =>
  Date.parse(clock.legalTime) + Math.max(0, now - readAt) * speedOf(clock);

/** How many real milliseconds are left of the legal day of a legal moment. */
export const restOfDay = (clock: LegalClock, moment: number): number =>
  (DAY_MILLIS - ((moment + AHEAD_MILLIS) % DAY_MILLIS)) / speedOf(clock);
