import { createHash } from 'node:crypto';
import { casesOf, type CaseRow } from '../../db/cases';
import type { Executor } from '../../db/database';
import { withJointPublications } from '../../db/jointPublications';
import type { SubscribersConfig } from '../config';
import { send, wordsOf } from '../send';
import { pseudonym } from '../signing';
import type { Outcome, Told } from '../../news/told';
import { readAcknowledgements } from './answers';
import { partners, type Partner } from './index';

interface Item {
  /** Null in a test message, which brings none. */
  readonly body: { readonly reference: string; readonly version: number } | null;
  readonly told: Told;
}

/** Tells a partner of different cases in one request, and reads its acknowledgement of each. */
export function createPartnerTelling(db: Executor, config: SubscribersConfig) {
  return async (partner: Partner, news: readonly Told[], secrets: readonly string[]): Promise<Outcome[]> => {
    const codes = news.flatMap(({ caseCode }) => caseCode ?? []);
    const concerning = (await casesOf(db, codes)).filter(partners[partner.mapping].concerns);
    const cases = new Map((await withJointPublications(db, concerning)).map((row) => [row.code, row]));
    const items = news.map((told) => itemOf(partner, told, cases));
    const sent = items.filter((item) => item !== null);
    if (sent.length === 0) return news.map(() => ({ kind: 'notConcerned' }));

    const { outcome, said } = await send(
      {
        url: addressOf(partner),
        messageId: messageIdOf(sent),
        contentType: 'application/json',
        body: JSON.stringify({ items: sent.flatMap(({ body }) => body ?? []) }),
        secrets,
      },
      config
    );
    const answer = outcome.kind === 'accepted' ? byItem(said, outcome.httpStatus) : () => outcome;
    return items.map((item) => (item === null ? { kind: 'notConcerned' } : answer(item)));
  };
}

/** Where a partner takes what it is told and lists what it holds. */
export const addressOf = ({ url, mapping }: Partner): URL =>
  new URL(`${url.replace(/\/$/, '')}/${partners[mapping].path}`);

/** @param cases those that concern the partner, as they stand in public. */
function itemOf({ mapping, pseudonymKey }: Partner, told: Told, cases: ReadonlyMap<string, CaseRow>): Item | null {
  const { caseCode, news, day } = told;
  if (caseCode === null || news === null) return { told, body: null };
  const aCase = cases.get(caseCode);
  if (aCase === undefined) return null;
  const partner = partners[mapping];
  const body = {
    reference: partner.reference(caseCode, pseudonym(caseCode, pseudonymKey)),
    version: news.seq,
    state: partner.state(news, told.type),
    day,
    ...partner.content(aCase),
  };
  return { told, body };
}

/** The same items again are the same message; a request with other items is another one. */
const messageIdOf = (items: readonly Item[]): string => {
  const hash = createHash('sha256');
  for (const { told } of items) hash.update(told.messageId);
  return `msg_${hash.digest('hex').slice(0, 32)}`;
};

/** What the partner said to each item. One that it passes over in silence is asked again. */
function byItem(said: string, httpStatus: number): (item: Item) => Outcome {
  let results: ReturnType<typeof readAcknowledgements>;
  try {
    results = readAcknowledgements(said);
  } catch (error) {
    return () => ({ kind: 'failed', httpStatus, detail: wordsOf(error) });
  }
  return ({ body }) => {
    if (body === null) return { kind: 'accepted', httpStatus };
    const found = results.find(({ reference, version }) => reference === body.reference && version === body.version);
    if (found === undefined) return { kind: 'failed', httpStatus, detail: 'the item was not acknowledged' };
    return found.result === 'accepted'
      ? { kind: 'accepted', httpStatus }
      : { kind: 'refused', httpStatus, detail: found.reason ?? 'no reason was given' };
  };
}
