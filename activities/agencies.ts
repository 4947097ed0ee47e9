import { getClient, heartbeat, log } from '@temporalio/activity';
import { endAccounts, moveAccounts } from '../accounts/ofAgency';
import { CaseNotRunning, createBroadcast } from '../client';
import { recordAdminAct } from '../db/adminEvents';
import { casesConcerned, markHandedOver, nextReform, reformOf, type ReformRow } from '../db/agencyReforms';
import { agenciesOn } from '../db/registers';
import type { AgencyChange } from '../domain/changes';
import { SERVICE } from '../domain/roles';
import type { Instant, LocalDate } from '../domain/time';
import { someAtOnce } from '../running/someAtOnce';
import type { ActivityDependencies } from './index';

/** How many cases are told before the next wait, so that people's own requests pass in between. */
const BATCH = 100;

/** A decision that waits for its day. */
export interface PendingReform {
  readonly id: number;
  readonly effectiveOn: LocalDate;
}

/** Passes accounts and open cases on when an agency ends, by steps that may safely be repeated. */
export function createAgencyActivities({ db }: Pick<ActivityDependencies, 'db'>) {
  /** What a reform is to a case of one of its agencies. */
  async function changeFor({ id, successor, effectiveOn, document }: ReformRow, from: string): Promise<AgencyChange> {
    const unit = (await agenciesOn(db, effectiveOn)).find((agency) => agency.id === successor);
    if (unit === undefined) throw new Error(`reform ${String(id)} has no successor on its day`);
    return { from, to: { agency: unit.id, needsApproval: unit.needsApproval }, document, reform: id };
  }

  async function tell(code: string, changes: readonly AgencyChange[]): Promise<void> {
    const broadcast = createBroadcast({ client: getClient() });
    try {
      for (const change of changes) await broadcast.agencyChanged(code, change);
    } catch (error) {
      if (!(error instanceof CaseNotRunning)) throw error;
      log.warn('an open case has no workflow', { code });
    }
  }

  return {
    async nextReform(): Promise<PendingReform | null> {
      const next = await nextReform(db);
      return next === undefined ? null : { id: next.id, effectiveOn: next.effectiveOn };
    },

    /** The people of an agency that ends go over to its successor; those of a dissolved one act no more. */
    async passOnAccounts(id: number, at: Instant): Promise<void> {
      const { reform, from, successor, document } = await reformOf(db, id);
      const { kind } = reform ?? {};
      const stays = reform?.kind === 'split' && reform.to.includes(reform.from);
      if (reform === null || successor === null || stays) return;
      await db.transaction(async (tx) => {
        for (const agency of from) {
          const accounts =
            kind === 'dissolve' ? await endAccounts(tx, agency) : await moveAccounts(tx, agency, successor);
          if (accounts.length > 0)
            await recordAdminAct(tx, {
              at,
              by: SERVICE,
              act: kind === 'dissolve' ? 'accounts.end' : 'accounts.move',
              subject: `agency/${agency}`,
              before: { agency, accounts },
              after: kind === 'dissolve' ? null : { agency: successor, accounts },
              document,
            });
        }
      });
    },

    /** Tells the next open cases after a code; answers the code of the last one, null where there was none. */
    async passOnCases(id: number, after: string): Promise<string | null> {
      const reform = await reformOf(db, id);
      const batch = await casesConcerned(db, reform, after, BATCH);
      const changes = await Promise.all(reform.from.map((from) => changeFor(reform, from)));
      await someAtOnce(batch, async ({ code, agencies }) => {
        await tell(
          code,
          changes.filter(({ from }) => agencies.includes(from))
        );
        heartbeat();
      });
      return batch.at(-1)?.code ?? null;
    },

    async finishReform(id: number, at: Instant): Promise<void> {
      await markHandedOver(db, id, at);
    },
  };
}
