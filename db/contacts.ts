import { asc, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time';
import type { Executor } from './database';
import { contactCorrections } from './schema/messages';

/** How a submitter is reached, and since when each address is another one than first given. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly emailMendedAt: Date | null;
  readonly phoneMendedAt: Date | null;
}

/** The addresses of a case with what officers have mended. */
export async function contactOf(
  db: Executor,
  {
    code,
    submitterEmail,
    submitterPhone,
  }: { code: string; submitterEmail: string | null; submitterPhone: string | null }
): Promise<Contact> {
  const mended = await db
    .select()
    .from(contactCorrections)
    .where(eq(contactCorrections.caseCode, code))
    .orderBy(asc(contactCorrections.id));
  return mended.reduce<Contact>(
    (contact, { email, phone, at }) => ({
      ...contact,
      ...(email === null ? {} : { email, emailMendedAt: at }),
      ...(phone === null ? {} : { phone, phoneMendedAt: at }),
    }),
    { email: submitterEmail, phone: submitterPhone, emailMendedAt: null, phoneMendedAt: null }
  );
}

export async function addCorrection(
  tx: Executor,
  correction: { caseCode: string; email: string | null; phone: string | null; at: Instant; by: string }
): Promise<void> {
  await tx.insert(contactCorrections).values({ ...correction, at: new Date(correction.at) });
}
