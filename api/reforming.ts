import { administerAs } from './administering';
import type { ApiContext } from './context';
import { assertFaultless, Problem } from '../http/problems';
import { recordAdminAct } from '../db/adminEvents';
import type { Executor } from '../db/database';
import { addReform, pendingHandovers, type ReformRow } from '../db/agencyReforms';
import { addVersions, versionsOf, type NewVersion } from '../db/registers';
import { endingsOf, handoverOf, type AgencyFacts, type AgencyReform, type AgencyVersion } from '../domain/agencies';
import { faultsOfFounding, faultsOfReform, nameFaults } from '../domain/agencyFaults';
import { entryOn } from '../domain/register';
import { dateOf, type Instant, type LocalDate } from '../domain/time';

/** An administrator's decision: whose, and on which document it rests. */
export interface Decided {
  readonly by: string;
  readonly document: string;
}

type Facts = NewVersion<'agency'>['facts'];

/** Puts a new unit into the register. @throws Problem 422 naming every fault. */
export async function foundAgency(
  { db, now }: ApiContext,
  code: string,
  facts: AgencyFacts,
  validFrom: LocalDate | null,
  { by, document }: Decided
): Promise<void> {
  const at = now();
  const effectiveFrom = validFrom ?? dateOf(at);
  await administerAs(db, by, async (tx) => {
    assertFaultless(faultsOfFounding(code, facts.name, effectiveFrom, await versionsOf(tx, 'agency'), dateOf(at)));
    const subject = `agency/${code}`;
    await addVersions(tx, [{ register: 'agency', code, effectiveFrom, facts, document, createdAt: at, createdBy: by }]);
    const after = { effectiveFrom, ...facts };
    await recordAdminAct(tx, { at, by, act: 'agency.found', subject, before: null, after, document });
  });
}

/** Changes what is known of a unit from today on. @throws Problem 404, 422. */
export async function amendAgency(
  context: ApiContext,
  code: string,
  facts: Partial<Omit<AgencyFacts, 'successor'>>,
  { by, document }: Decided
): Promise<void> {
  const { db, now } = context;
  const at = now();
  const today = dateOf(at);
  const concernsCases = await administerAs(db, by, async (tx) => {
    const known = await versionsOf(tx, 'agency');
    const before = entryOn(known, code, today)?.facts;
    if (before === undefined) throw new Problem('no-such-agency');
    assertFaultless(facts.name === undefined ? [] : nameFaults(code, facts.name, known, today));
    const recorded = { document, createdAt: at, createdBy: by };
    await addVersions(tx, [{ register: 'agency', code, effectiveFrom: today, facts, ...recorded }]);
    const after = { ...before, ...facts };
    const subject = `agency/${code}`;
    await recordAdminAct(tx, { at, by, act: 'agency.change', subject, before, after, document });
    if (after.needsApproval === before.needsApproval) return false;
    await addReform(tx, { reform: null, effectiveOn: today, from: [code], successor: code, ...recorded });
    return true;
  });
  if (concernsCases) await takeUp(context);
}

/** Enters a reform, to be carried out on its day. @throws Problem 422 naming every fault. */
export async function reformAgencies(
  context: ApiContext,
  reform: AgencyReform,
  { by, document }: Decided
): Promise<ReformRow> {
  const { db, now } = context;
  const at = now();
  const { effectiveOn } = reform;
  const handover = handoverOf(reform);
  const recorded = { document, createdAt: at, createdBy: by };
  const row = await administerAs(db, by, async (tx) => {
    const known = await registerFor(tx, reform, at);
    const changed = factsAfter(reform);
    await addVersions(
      tx,
      changed.map(({ code, facts }) => ({ register: 'agency', code, effectiveFrom: effectiveOn, facts, ...recorded }))
    );
    for (const { code, facts } of changed) {
      const before = entryOn(known, code, effectiveOn)?.facts ?? null;
      const after = { effectiveOn, ...facts };
      await recordAdminAct(tx, {
        at,
        by,
        act: `agency.${reform.kind}`,
        subject: `agency/${code}`,
        before,
        after,
        document,
      });
    }
    const { from, to: successor } = handover ?? { from: [], to: null };
    return addReform(tx, { reform, effectiveOn, from: [...from], successor, ...recorded });
  });
  if (handover !== null) await takeUp(context);
  return row;
}

/** The register as it stands before a reform. @throws Problem 422 naming every fault of it. */
export async function registerFor(tx: Executor, reform: AgencyReform, at: Instant): Promise<AgencyVersion[]> {
  const known = await versionsOf(tx, 'agency');
  assertFaultless(faultsOfReform(reform, known, await pendingHandovers(tx), dateOf(at)));
  return known;
}

/** What a reform changes about the units themselves. */
function factsAfter(reform: AgencyReform): { readonly code: string; readonly facts: Facts }[] {
  if (reform.kind === 'rename') return [{ code: reform.from, facts: { name: reform.name, nameEn: reform.nameEn } }];
  const { ends, successor } = endingsOf(reform);
  return ends.map((code) => ({ code, facts: { ended: true, successor } }));
}

/** The decision is on record: what cannot be started now is taken up when the service next starts. */
async function takeUp({ reforms, log }: ApiContext): Promise<void> {
  try {
    await reforms.takeUp();
  } catch (error) {
    log.error({ err: error }, 'a decision on agencies waits for the engine');
  }
}
