import { subscribersWithQueues } from '../db/subscribers';
import type { LocalDate } from '../domain/time';
import { partnerWith } from '../subscribers/partners';
import { createPartnerComparing } from '../subscribers/partners/comparing';
import type { ActivityDependencies } from './index';

/** Compares what partners hold with what they were to be told (R1.6). */
export function createComparePartner({ db, now, subscribers }: ActivityDependencies) {
  const compare = createPartnerComparing(db, subscribers);

  return {
    /** The ids of the partners that are told of cases now. */
    partnersToCompare: async (): Promise<string[]> => {
      const all = await subscribersWithQueues(db);
      return all.filter((one) => one.enabled && partnerWith(one) !== null).map(({ id }) => id);
    },

    /** @throws Error where the partner did not answer as agreed; why is kept. */
    comparePartner: async (id: string, day: LocalDate): Promise<void> => {
      const [found] = await subscribersWithQueues(db, id);
      const partner = found?.enabled === true ? partnerWith(found) : null;
      if (partner === null) return;
      const { found: result } = await compare(partner, day, now());
      if ('fault' in result) throw new Error(`${partner.mapping} could not be compared: ${result.fault}`);
    },
  };
}
