import type { CaseRow } from '../../db/cases';
import { answerDueOf } from '../../domain/case';
import { toInstant, type Instant } from '../../domain/time';
import type { OutgoingType } from '../../news/eventTypes';
import type { CaseNews } from '../../news/outgoing';

/** A partner that is told of cases by an interface of its own. */
export interface PartnerMapping {
  /** What it is told of. */
  readonly types: readonly OutgoingType[];
  /** Where below its address it takes and lists items. */
  readonly path: string;
  /** Whether it has a part in a case. */
  readonly concerns: (aCase: CaseRow) => boolean;
  /** By what it knows a case. @param pseudonym the id that nobody else knows the case by. */
  readonly reference: (code: string, pseudonym: string) => string;
  /** Where a case stands after an event, in its words. */
  readonly state: (news: CaseNews, type: string) => string;
  /**
   * What it is told of a case beside its reference, its version and its state.
   * @param aCase as it stands in public: an answer given together with another case's is that of the other one.
   */
  readonly content: (aCase: CaseRow) => Readonly<Record<string, unknown>>;
}

/** A moment as partners are told it: by the clock of the province, so that its first ten letters are its day there. */
export const momentOf = (date: Date | null): Instant | null => (date === null ? null : toInstant(date.getTime()));

/** Until when a case is to be answered, and whether that may still move because days off are not announced yet. */
export const deadlineOf = ({ answerDue, state }: CaseRow) => ({
  deadline: momentOf(answerDue),
  deadlineProvisional: answerDueOf(state)?.provisional === true,
});
