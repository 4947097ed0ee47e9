import { heartbeat } from '@temporalio/activity';
import { endLapsedDelegations } from '../accounts/lapsedDelegations';
import { endAccounts, moveAccounts } from '../accounts/ofAgency';
import { administer } from '../db/administer';
import { recordAdminAct } from '../db/adminEvents';
import { casesConcerned, markHandedOver, nextReform, reformOf } from '../db/agencyReforms';
import { versionsOf } from '../db/registers';
import { accountsAfter } from '../domain/agencies';
import { SERVICE } from '../domain/roles';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { someAtOnce } from '../running/someAtOnce';
import { changeFor, stillConcerned, tellChanges } from './agencyChanges';
import type { ActivityDependencies } from './index';

/** How many cases are told before the next wait, so that people's own requests pass in between. */
const BATCH = 100;

/** A decision that waits for its day. */
export interface PendingReform {
  readonly id: number;
  readonly effectiveOn: LocalDate;
}

/** Passes accounts and open cases on when an agency ends, by steps that may safely be repeated. */
export function createAgencyActivities({ db, now }: Pick<ActivityDependencies, 'db' | 'now'>) {
  return {
    async nextReform(): Promise<PendingReform | null> {
      const next = await nextReform(db);
      return next === undefined ? null : { id: next.id, effectiveOn: next.effectiveOn };
    },

    /** The people of an agency that ends go over to its successor; those of a dissolved one act no more. */
    async passOnAccounts(id: number, at: Instant): Promise<void> {
      const { reform, successor, document } = await reformOf(db, id);
      // Where only the approval changed there is no reform, and nobody moves.
      if (reform === null || successor === null) return;
      const { of, fate } = accountsAfter(reform);
      const ended = fate === 'end';
      await administer(db, async (tx) => {
        for (const agency of of) {
          const accounts = ended ? await endAccounts(tx, agency) : await moveAccounts(tx, agency, successor);
          if (accounts.length === 0) continue;
          await recordAdminAct(tx, {
            at,
            by: SERVICE,
            act: ended ? 'accounts.end' : 'accounts.move',
            subject: `agency/${agency}`,
            before: { agency, accounts },
            after: ended ? null : { agency: successor, accounts },
            document,
          });
          await endLapsedDelegations(tx, accounts, { at, by: SERVICE });
        }
      });
    },

    /**
     * Tells the next open cases after a code; answers the code of the last one, null where there was none. Of a reform
     * that was carried out already, it is the look for those that came at the last moment.
     */
    async passOnCases(id: number, after: string): Promise<string | null> {
      const reform = await reformOf(db, id);
      const known = await versionsOf(db, 'agency');
      const concerned = reform.handedOverAt === null ? reform.from : stillConcerned(reform, known);
      if (concerned.length === 0) return null;
      const today = dateOf(now());
      const changes = concerned
        .map((agency) => changeFor(reform, known, agency, today))
        .filter((change) => change !== null);
      const batch = await casesConcerned(db, { ...reform, from: concerned }, after, BATCH);
      await someAtOnce(batch, async ({ code, agencies }) => {
        await tellChanges(
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
