import type { notices } from '../db/schema';

export type PendingNotice = typeof notices.$inferSelect;

/** Carries notices to people over the channels that are switched on. */
export interface Messenger {
  /** Resolves when the notice has left us; throws when it is to be tried again. */
  send(notice: PendingNotice): Promise<void>;
}
