import { casesOf } from '../../db/cases';
import type { Executor } from '../../db/database';
import { keepReconciliation, newestOfDay, type Reconciliation } from '../../db/reconciliations';
import { toMillis, type Instant, type LocalDate } from '../../domain/time';
import { exchange } from '../exchange';
import {
  differencesBetween,
  newestOf,
  type NothingToCompare,
  type HeldVersion,
  type ToldVersion,
} from '../../news/reconciliation';
import { openSecrets } from '../secrets';
import { wordsOf } from '../send';
import { pseudonym, signedHeaders } from '../signing';
import type { SubscribersDependencies } from '../telling';
import { readHoldings } from './answers';
import { partners, type Partner } from './index';
import { addressOf } from './telling';

/**
 * Asks a partner what it holds of a day and compares that with what it was to be told (R1.6). What comes of it is kept,
 * also where the partner gives no answer that can be compared.
 */
export function createPartnerComparing(db: Executor, { config, keyring }: SubscribersDependencies) {
  return async (partner: Partner, day: LocalDate, at: Instant): Promise<Reconciliation> => {
    const here = await toldOn(partner, day);
    const kept = { subscriber: partner.id, day, at: new Date(toMillis(at)), here: here.length };
    const there = await heldOn(partner, day);
    if ('fault' in there) return keepReconciliation(db, { ...kept, there: 0, found: there });
    return keepReconciliation(db, {
      ...kept,
      there: newestOf(there).size,
      found: differencesBetween(here, there),
    });
  };

  async function toldOn({ id, mapping, pseudonymKey }: Partner, day: LocalDate): Promise<ToldVersion[]> {
    const { reference, state, concerns } = partners[mapping];
    const newest = await newestOfDay(db, id, day);
    // Of what waits nobody has looked yet whether it concerns the partner.
    const waiting = newest.flatMap(({ status, caseCode }) => (status === 'pending' ? [caseCode] : []));
    const cases = await casesOf(db, waiting);
    const unconcerned = new Set(cases.filter((aCase) => !concerns(aCase)).map(({ code }) => code));
    const owed = newest.filter(({ caseCode }) => !unconcerned.has(caseCode));
    return owed.map(({ caseCode, delivery, news, type }) => ({
      reference: reference(caseCode, pseudonym(caseCode, pseudonymKey)),
      version: news.seq,
      state: state(news, type),
      caseCode,
      delivery,
    }));
  }

  /** What a partner says that it holds, or how it failed to. */
  async function heldOn(partner: Partner, day: LocalDate): Promise<HeldVersion[] | NothingToCompare> {
    const url = addressOf(partner);
    url.searchParams.set('day', day);
    const asked = new Date();
    const messageId = `reconciliation_${day}_${String(asked.getTime())}`;
    const secrets = await openSecrets(db, keyring, partner.id);
    // A GET has no body: what is signed is what is asked for.
    const headers = {
      accept: 'application/json',
      'user-agent': 'PAKN-Webhooks',
      ...signedHeaders(messageId, asked, `${url.pathname}${url.search}`, secrets),
    };
    const answered = await exchange({ method: 'GET', url, headers }, config).catch(
      (error: unknown): NothingToCompare => ({
        fault: wordsOf(error),
        cause: 'silent',
      })
    );
    if ('fault' in answered) return answered;
    const { status, body } = answered;
    if (status !== 200) return { fault: `answered ${String(status)}`, cause: 'refused' };
    try {
      return readHoldings(body);
    } catch (error) {
      return { fault: wordsOf(error), cause: 'malformed' };
    }
  }
}
