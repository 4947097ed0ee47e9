import { recordAdminAct } from '../db/adminEvents';
import { agenciesOn } from '../db/registers';
import { dateOf, type Instant } from '../domain/time';
import type { Surroundings } from './administration';
import { endLapsedDelegations } from './lapsedDelegations';

/** The service around its accounts: acts on them stand on its record, its register names the units. */
export const surroundingsOn = (now: () => Instant): Surroundings => ({
  recordAct: (tx, act) => recordAdminAct(tx, { ...act, at: now(), document: null }),
  isAgency: async (tx, agency) => (await agenciesOn(tx, dateOf(now()))).some(({ id }) => id === agency),
  endWhatLapsed: (tx, { account, by }) => endLapsedDelegations(tx, [account], { at: now(), by }),
});
