import { cancellationSignal, heartbeat } from '@temporalio/activity';
import { reachableStaff } from '../accounts/reachable';
import { createCalendarBook } from '../books/calendarBook';
import { agendaOf, digestsOf, markDigest, waitingAt } from '../db/agenda';
import { isWorkingDay } from '../domain/calendar';
import { dateOf, endOf, toMillis, type Instant, type LocalDate } from '../domain/time';
import { textsOf } from '../messages/catalogue';
import { digestFacts, type Morning } from '../messages/digestFacts';
import { colleagues, type Person } from '../messages/people';
import { standInsFor } from '../messages/standIns';
import { written } from '../messages/render';
import { sha256 } from '../record/hash';
import type { ActivityDependencies } from './index';
import type { Messaging } from '../messages/messaging';

/** Tells each agency's people what a working day brings, each person once a day; those who turned it off are left alone. */
export function createSendDigests({ db, messaging }: Pick<ActivityDependencies, 'db' | 'messaging'>) {
  const calendars = createCalendarBook(db);

  return async (at: Instant): Promise<void> => {
    const email = messaging?.channels.email;
    const day = dateOf(at);
    if (messaging === null || email === undefined) return;
    if (!isWorkingDay(day, (await calendars.latest()).calendarFor(at, at))) return;
    const told = await digestsOf(db, day);
    const everybody = await reachableStaff(db);
    const standIns = await standInsFor(db, everybody, day);
    const staff = everybody.filter(({ id }) => !told.includes(id));
    let failed = 0;
    for (const agency of new Set(staff.map((member) => member.agency ?? ''))) {
      const members = staff.filter((member) => member.agency === agency);
      const agenda = await agendaOf(db, agency, new Date(toMillis(at)), new Date(toMillis(endOf(day))));
      if (Object.values(agenda).every(({ total }) => total === 0)) continue;
      for (const [index, person] of (await colleagues(db, members)).entries()) {
        heartbeat();
        // A try that was given up is followed by another one, which knows only whom this one has told by then.
        cancellationSignal().throwIfAborted();
        const member = members[index];
        if (member === undefined || person.muted.includes('digest')) continue;
        const absent = standIns.flatMap((each) => (each.delegate.id === member.id ? [each.absent] : []));
        // A delegate looks after what waits for either of them.
        const waiting = await waitingAt(db, agency, [member, ...absent]);
        const { result } = await email.send({
          to: member.email,
          messageId: messageIdOf(day, member.id),
          notice: null,
          caseCode: '',
          ...(await composed(messaging.config, person, agency, at, { ...agenda, waiting })),
          unsubscribe: null,
        });
        if (result === 'accepted' || result === 'refused') await markDigest(db, day, agency, member.id);
        else failed++;
      }
    }
    if (failed > 0) throw new Error(`${String(failed)} digests could not be sent yet`);
  };

  async function composed(
    { language: usual, publicUrl }: Messaging['config'],
    { name, language: chosen }: Person,
    agency: string,
    at: Instant,
    lists: Morning['lists']
  ) {
    const language = chosen ?? usual;
    const facts = await digestFacts(db, { name, language, agency, at, lists }, publicUrl);
    return written(await textsOf(db, 'service/digest', language), facts, { language, preferences: null });
  }
}

/** The same in each try of a day, in the form of a UUID as all our messages. */
function messageIdOf(day: LocalDate, account: string): string {
  const hash = sha256(`digest/${day}/${account}`);
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
