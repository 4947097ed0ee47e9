import { reachableAccounts, reachableLeadership, reachableOfUnit, type Reachable } from '../accounts/reachable';
import { attemptsOf, type AttemptRow, type NoticeKey } from '../db/attempts';
import type { CaseRow } from '../db/cases';
import { contactOf } from '../db/contacts';
import type { Executor } from '../db/database';
import { preferencesOf } from '../db/messagePreferences';
import { recipientOf } from '../db/notices';
import type { notices } from '../db/schema';
import { capacitiesOf } from '../domain/capacities';
import { SUBMITTER } from '../domain/holdings';
import type { MessageChannel, NoticeAudience } from '../domain/informing';
import type { Language } from '../domain/languages';
import { OFFICE } from '../domain/roles';
import { dateOf, toInstant } from '../domain/time';
import { withStandIns } from './standIns';

/** Somebody whom a notice is for. */
export interface Person {
  /** An account, or `submitter`. */
  readonly id: string;
  readonly audience: NoticeAudience;
  readonly name: string;
  /** By what they set what they want to be told. */
  readonly subject: string;
  /** null where they never chose one. */
  readonly language: Language | null;
  readonly muted: readonly string[];
  readonly addresses: Partial<Readonly<Record<MessageChannel, string>>>;
  /** Since when an address is another one than first given: what failed before does not count any more. */
  readonly mendedAt: Partial<Readonly<Record<MessageChannel, Date>>>;
}

type NoticeRow = NoticeKey & Pick<typeof notices.$inferSelect, 'recipientKind' | 'recipient' | 'at'>;

/** A try failed at an address that somebody has mended since: it does not count any more. */
export const failedBeforeMended = (
  { channel, result, at }: Pick<AttemptRow, 'channel' | 'result' | 'at'>,
  { mendedAt }: Person
): boolean => {
  const mended = mendedAt[channel];
  return mended !== undefined && at <= mended && ['refused', 'bounced', 'deferred', 'unavailable'].includes(result);
};

/** The people whom a notice of a case is for, as they stand now; for an absent head also who acted for them on its day. */
export async function peopleOf(db: Executor, notice: NoticeRow, row: CaseRow): Promise<Person[]> {
  const told = async (people: readonly Reachable[]) =>
    colleagues(db, await withStandIns(db, people, dateOf(toInstant(notice.at.getTime()))));
  const to = recipientOf(notice);
  switch (to.kind) {
    case 'submitter':
      return [await submitterOf(db, row)];
    case 'unit':
      return told(await reachableOfUnit(db, to.agency));
    case 'account':
      return told(await handlerOf(db, to.id, notice, row));
    case 'leadership':
      return colleagues(db, await reachableLeadership(db));
  }
}

/**
 * Whoever handles the case, as long as the account works for its lead agency. In place of one that was moved or switched
 * off the lead unit is told, as it is where nobody handles the case: what becomes of accounts keeps nothing from everybody.
 */
async function handlerOf(db: Executor, id: string, notice: NoticeRow, { state }: CaseRow): Promise<Reachable[]> {
  const accounts = await reachableAccounts(db, [id]);
  const handles = accounts.some((account) => capacitiesOf(state, account).includes('leadAgency'));
  if (handles || (await wasTold(db, id, notice))) return accounts;
  return reachableOfUnit(db, state.lead?.agency ?? OFFICE);
}

/** What somebody was told, nobody is told in their place. */
const wasTold = async (db: Executor, id: string, { caseCode, seq, ordinal }: NoticeKey): Promise<boolean> =>
  (await attemptsOf(db, caseCode, seq)).some(
    ({ person, result, ordinal: other }) =>
      person === id && other === ordinal && (result === 'accepted' || result === 'delivered')
  );

/** What a submitter is known by where they say what they want to be told: their account, or the case where they have none. */
const subjectOf = ({ code, submitterAccount }: Pick<CaseRow, 'code' | 'submitterAccount'>): string =>
  submitterAccount ?? `case/${code}`;

async function submitterOf(db: Executor, row: CaseRow): Promise<Person> {
  const { email, phone, emailMendedAt, phoneMendedAt } = await contactOf(db, row);
  const subject = subjectOf(row);
  return {
    id: SUBMITTER,
    audience: 'submitter',
    name: row.submitterName ?? '',
    subject,
    ...(await preferencesOf(db, subject)),
    addresses: {
      ...(email === null ? {} : { email }),
      ...(phone === null ? {} : { sms: phone, zalo: phone }),
    },
    mendedAt: {
      ...(emailMendedAt === null ? {} : { email: emailMendedAt }),
      ...(phoneMendedAt === null ? {} : { sms: phoneMendedAt, zalo: phoneMendedAt }),
    },
  };
}

export const colleagues = (db: Executor, people: readonly Reachable[]): Promise<Person[]> =>
  Promise.all(
    people.map(async ({ id, name, email }) => ({
      id,
      audience: 'staff' as const,
      name,
      subject: id,
      ...(await preferencesOf(db, id)),
      addresses: { email },
      mendedAt: {},
    }))
  );
