import type { CaseFile } from '../db/caseFile';
import { versionsOf } from '../db/registers';
import type { CasePrint } from '../documents/caseDocument';
import type { Issuer } from '../documents/document';
import type { ShownFile } from '../documents/shown';
import { isStaff, OFFICE, SERVICE, type Actor } from '../domain/roles';
import { dateOf, type Instant } from '../domain/time';
import { withAgencyNames } from './agencyNames';
import type { ApiContext } from './context';
import { namingOn } from './naming';
import { moment, presentCase } from './present';
import { mayReadEvent, presentEvent } from './presentEvent';
import { presentNotice } from './presentNotice';
import { mayReadUse } from './visibleAttachment';

/** Everything of a case that its reader may see, for paper. A submitter gets what concerns them. */
export async function casePrint(
  context: ApiContext,
  { row, events, notices, attempts, tasks, corrections, attachments }: CaseFile,
  actor: Actor
): Promise<CasePrint> {
  const { db, lawBook, now } = context;
  const printedAt = now();
  const mine = events.filter((event) => mayReadEvent(event, actor)).map((event) => presentEvent(event, actor, events));
  const people = [
    actor.id,
    row.officer,
    ...events.flatMap(({ by, data }) => [
      by === SERVICE ? null : by.id,
      by === SERVICE ? null : by.standsInFor,
      officerIn(data),
    ]),
    ...notices.filter(({ recipientKind }) => recipientKind === 'account').map(({ recipient }) => recipient),
  ].filter((id): id is string => typeof id === 'string');
  const uses = attachments.map(({ file }) => file);
  const [agencies, naming, policy] = await Promise.all([
    versionsOf(db, 'agency'),
    namingOn(context, dateOf(moment(row.receivedAt)), [...new Set(people)], uses),
    lawBook.policy(row.state.policy),
  ]);
  const files: ShownFile[] = [];
  for (const { file, use } of attachments) if (await mayReadUse(db, use, actor)) files.push({ ...file, ...use });
  return {
    issuer: await issuerFor(context, actor, printedAt),
    printedAt,
    printedBy: actor.role === 'submitter' ? (row.submitterName ?? naming.person(actor.id)) : naming.person(actor.id),
    shown: presentCase(row, actor, policy, corrections),
    events: mine.map((event) => withAgencyNames(event, agencies)),
    notices: notices
      .filter(({ recipientKind }) => isStaff(actor.role) || recipientKind === 'submitter')
      .map((notice) => presentNotice(notice, attempts, tasks, isStaff(actor.role))),
    files,
    naming,
  };
}

/** The body in whose name the actor prints: their own agency, else the Office. */
export async function issuerFor(
  context: Pick<ApiContext, 'db' | 'accounts' | 'issuer'>,
  { agency }: Pick<Actor, 'agency'>,
  at: Instant
): Promise<Issuer> {
  const { agency: nameOf } = await namingOn(context, dateOf(at), []);
  return { ...context.issuer, name: nameOf(agency ?? OFFICE) };
}

const officerIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'officer' in data ? data.officer : null;
