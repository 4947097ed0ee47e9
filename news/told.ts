import type { LocalDate } from '../domain/time';
import type { CaseNews } from './outgoing';

/** A message to one subscriber, on its way. */
export interface Told {
  readonly id: number;
  /** The same in every try. */
  readonly messageId: string;
  readonly type: string;
  /** Null in a test message, as is the news. */
  readonly caseCode: string | null;
  readonly news: CaseNews | null;
  /** The legal day on which it was recorded. */
  readonly day: LocalDate;
  readonly recordedAt: Date;
  /** Tries so far. */
  readonly attempts: number;
}

/** What a try to tell came to. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly httpStatus: number; readonly detail?: string }
  /** The partner says never, and why. */
  | { readonly kind: 'refused'; readonly httpStatus: number; readonly detail: string }
  /** The partner has no part in the case. */
  | { readonly kind: 'notConcerned' }
  /** To be tried again; not before `retryAfter` milliseconds where the receiver says so. */
  | { readonly kind: 'failed'; readonly httpStatus?: number; readonly detail: string; readonly retryAfter?: number }
  /** The receiver wants nothing more. */
  | { readonly kind: 'gone' };
