import { countConcerned } from '../db/agencyReforms';
import { accountsAfter, endingsOf, handoverOf, type AgencyReform } from '../domain/agencies';
import type { ApiContext } from './context';
import { registerFor } from './reforming';

/** What a reform would move if it took effect today. @throws Problem 422 naming every fault of it. */
export async function previewReform({ db, now, accounts }: ApiContext, reform: AgencyReform) {
  await registerFor(db, reform, now());
  const { ends } = endingsOf(reform);
  const handover = handoverOf(reform);
  const units = await Promise.all(
    (handover?.from ?? ends).map(async (agency) => ({
      agency,
      ends: ends.includes(agency),
      openCases: handover === null ? 0 : await countConcerned(db, { from: [agency], successor: handover.to }),
      people: (await accounts.accountsOfAgency(agency)).length,
    }))
  );
  return {
    effectiveOn: reform.effectiveOn,
    units,
    successor: handover?.to ?? null,
    people: accountsAfter(reform).fate,
  };
}
