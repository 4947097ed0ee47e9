import { randomUUID } from 'node:crypto';
import { beginAttempt, finishAttempt, lastAttempt, type AttemptRow, type Way } from '../db/attempts';
import { findCase, type CaseRow } from '../db/cases';
import { findNotice, recipientOf, type NoticeRow } from '../db/notices';
import { openAddress } from '../db/noticeTasks';
import { SUBMITTER } from '../domain/holdings';
import { optionalTemplates } from '../domain/informing';
import { toMillis, type Instant } from '../domain/time';
import { textsOf } from '../messages/catalogue';
import { templateKeyFor } from '../messages/catalogue/texts';
import type { Letter, Outcome } from '../messages/channels/channel';
import { factsOf, occasionOf } from '../messages/facts';
import { mayLeaveNow } from '../messages/firstMessages';
import { failedBeforeMended, peopleOf, type Person } from '../messages/people';
import { preferencesLinks } from '../messages/preferences';
import { written } from '../messages/render';
import type { ActivityDependencies } from './index';
import type { Messaging } from '../messages/messaging';

/** It is tried again after a while. */
const toldTooOften: Outcome = { result: 'deferred', detail: 'told too often' };

/**
 * Makes one try to tell one person a notice over one channel. What goes wrong on the way stands on record and is no failure here.
 * @param at names the try: one that has come to its end is not made again, though nobody learnt of that end.
 */
export function createSendMessage({ db, messaging }: Pick<ActivityDependencies, 'db' | 'messaging'>) {
  return async (way: Way, at: Instant): Promise<void> => {
    if (messaging === null) throw new Error('a message is due, but no channel is switched on');
    const channel = messaging.channels[way.channel];
    const last = await lastAttempt(db, way);
    const cutOff = last?.result === 'started';
    if (cutOff && channel?.repeatable !== true) {
      // A try of ours was cut off: it may have left, and cannot be taken back.
      await finishAttempt(db, way, last.attempt, { result: 'unknown', detail: 'cut off', at });
      return;
    }
    // The plan leaves out what was switched off since.
    if (channel === undefined) return;
    if (last !== undefined && !cutOff && last.at.getTime() >= toMillis(at)) return;
    const [row, notice] = await Promise.all([findCase(db, way.caseCode), findNotice(db, way)]);
    if (row === undefined || notice === undefined) throw new Error('the notice is not on record');
    const person = (await peopleOf(db, notice, row)).find(({ id }) => id === way.person);
    const address = person?.addresses[way.channel];
    // Somebody left, or took an address back, since this was planned.
    if (person === undefined || address === undefined) return;
    const letter = await composed(messaging, row, notice, person, address);

    const { attempt, messageId, at: begunAt } = cutOff ? last : await begun(way, last, person, at);
    const perHour = messaging.config.firstMessagesPerRecipient;
    const mayLeave = await mayLeaveNow(db, notice, row, { channel: way.channel, address }, perHour);
    const outcome = mayLeave ? await channel.send({ ...letter, messageId }) : toldTooOften;
    await db.transaction(async (tx) => {
      await finishAttempt(tx, way, attempt, { ...outcome, at });
      if (outcome.result === 'refused' && way.person === SUBMITTER) await openAddress(tx, { ...way, at: begunAt }, at);
    });
  };

  async function begun(way: Way, last: AttemptRow | undefined, person: Person, at: Instant) {
    // What comes back from the old address is not taken for news of the new one.
    const isSame = last !== undefined && !failedBeforeMended(last, person);
    const own = { attempt: (last?.attempt ?? 0) + 1, messageId: isSame ? last.messageId : randomUUID() };
    await beginAttempt(db, way, { ...own, at });
    return { ...own, at: new Date(at) };
  }

  async function composed(
    { config, keyring }: Messaging,
    row: CaseRow,
    notice: NoticeRow,
    person: Person,
    address: string
  ): Promise<Omit<Letter, 'messageId'>> {
    const language = person.language ?? config.language;
    const facts = await factsOf(
      db,
      await occasionOf(db, row, notice.seq),
      { audience: person.audience, name: person.name, language, recipient: recipientOf(notice) },
      config.publicUrl
    );
    const texts = await textsOf(db, templateKeyFor(person.audience, notice.template), language);
    const links = preferencesLinks(keyring, config.publicUrl, person.subject, notice.template);
    const isOptional = optionalTemplates.includes(notice.template) && person.audience === 'submitter';
    return {
      to: address,
      notice: notice.template,
      caseCode: row.code,
      ...written(texts, facts, { language, preferences: person.audience === 'submitter' ? links.page : null }),
      unsubscribe: isOptional ? links.unsubscribe : null,
    };
  }
}
