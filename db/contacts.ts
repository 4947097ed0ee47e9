import { asc, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time';
import type { CaseRow } from './cases';
import type { Executor } from './database';
import { contactCorrections } from './schema/messages';

/** What an officer mended of a submitter's addresses; null where it stays. */
export type Correction = Pick<typeof contactCorrections.$inferSelect, 'email' | 'phone' | 'at'>;

/** How a submitter is reached, and since when each address is another one than first given. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailMendedAt: Date | null;
  readonly phoneMendedAt: Date | null;
}

type Given = Pick<CaseRow, 'submitterEmail' | 'submitterPhone'>;

/** What was mended of the addresses of a case, the latest last. */
export const correctionsOf = (db: Executor, caseCode: string): Promise<Correction[]> =>
  db
    .select({ email: contactCorrections.email, phone: contactCorrections.phone, at: contactCorrections.at })
    .from(contactCorrections)
    .where(eq(contactCorrections.caseCode, caseCode))
    .orderBy(asc(contactCorrections.id));

/** The addresses first given with what was mended since. */
export const mended = ({ submitterEmail, submitterPhone }: Given, corrections: readonly Correction[]): Contact =>
  corrections.reduce<Contact>(
    (contact, { email, phone, at }) => ({
      ...contact,
      ...(email === null ? {} : { email, emailMendedAt: at }),
      ...(phone === null ? {} : { phone, phoneMendedAt: at }),
    }),
    { email: submitterEmail, phone: submitterPhone, emailMendedAt: null, phoneMendedAt: null }
  );

/** The addresses of a case with what officers have mended. */
export const contactOf = async (db: Executor, row: Given & Pick<CaseRow, 'code'>): Promise<Contact> =>
  mended(row, await correctionsOf(db, row.code));

export async function addCorrection(
  tx: Executor,
  correction: { caseCode: string; email: string | null; phone: string | null; at: Instant; by: string }
): Promise<void> {
  await tx.insert(contactCorrections).values({ ...correction, at: new Date(correction.at) });
}
