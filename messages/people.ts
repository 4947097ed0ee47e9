import { reachableAccounts, reachableLeadership, reachableOfUnit, type Reachable } from '../accounts/reachable';
import type { AttemptRow } from '../db/attempts';
import type { CaseRow } from '../db/cases';
import { contactOf } from '../db/contacts';
import type { Executor } from '../db/database';
import { preferencesOf } from '../db/messagePreferences';
import { recipientOf } from '../db/notices';
import type { notices } from '../db/schema';
import type { MessageChannel } from '../domain/informing';
import type { Language } from '../domain/languages';
import { dateOf, toInstant } from '../domain/time';
import { withStandIns } from './standIns';

/** The person of a submitter, who may have no account. */
export const SUBMITTER = 'submitter';

/** Somebody whom a notice is for. */
export interface Person {
  /** An account, or `submitter`. */
  readonly id: string;
  readonly audience: 'submitter' | 'staff';
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

type NoticeRow = Pick<typeof notices.$inferSelect, 'recipientKind' | 'recipient' | 'at'>;

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
      return told(await reachableAccounts(db, [to.id]));
    case 'leadership':
      return colleagues(db, await reachableLeadership(db));
  }
}

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
