import { toInstant, type Instant } from './time';

/**
 * A clock for training, on which a day of the law lasts seconds. Legal time ran at real speed until `startedAt`
 * (milliseconds since 1970) and runs `speed` times as fast from then on.
 */
export interface TrainingClock {
  readonly startedAt: number;
  readonly speed: number;
}

/** The legal moment at a real one. Without a training clock they are the same. */
export const legalTime = (real: number, clock: TrainingClock | null): Instant =>
  toInstant(clock === null ? real : Math.floor(clock.startedAt + (real - clock.startedAt) * clock.speed));

/** How many real milliseconds a stretch of legal ones lasts, rounded up so that nobody wakes early. */
export const realDuration = (legalMillis: number, clock: TrainingClock | null): number =>
  Math.ceil(legalMillis / (clock?.speed ?? 1));
