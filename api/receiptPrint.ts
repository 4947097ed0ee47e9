import type { CaseRow } from '../db/cases';
import type { ReceiptPrint } from '../documents/receipt';
import { isStaff, type Actor } from '../domain/roles';
import type { ApiContext } from './context';
import { issuerFor } from './casePrint';
import { withDays } from './explaining';
import { presentCase } from './present';

/** What the receipt of a case says; at the counter with the name of whoever hands it out. */
export async function receiptPrint(
  context: ApiContext,
  row: CaseRow,
  actor: Actor,
  paper: 'a4' | 'a5'
): Promise<ReceiptPrint> {
  const { accounts, lawBook, now, publicUrl } = context;
  const printedAt = now();
  const atCounter = isStaff(actor.role);
  const [policy, names, issuer] = await Promise.all([
    lawBook.policy(row.state.policy),
    accounts.namesOf(atCounter ? [actor.id] : []),
    issuerFor(context, { agency: null }, printedAt),
  ]);
  // At the counter, too, the paper is the submitter's: it says what they may see.
  const shown = presentCase(row, atCounter ? { id: '', role: 'submitter', agency: null } : actor, policy, []);
  return {
    paper: paper === 'a4' ? 'A4' : 'A5',
    issuer,
    printedAt,
    printedBy: names.get(actor.id) ?? null,
    shown: { ...shown, deadlines: await withDays(shown.deadlines, row.state, lawBook.calendar) },
    trackingUrl: `${publicUrl}/track/${row.code}`,
  };
}
