import { CaseNotRunning } from '../reachingCases';
import type { ApiContext } from './context';
import type { Claim, Answer } from './idempotency';
import { newCaseCode } from './caseCode';
import { assertFaultless, faultsOf, invalidInput } from '../http/problems';
import { presentWithDays } from './presentByItsPolicy';
import { problemOfCase } from './refusals';
import { attachmentFaults, listed } from './namedAttachments';
import { unknownEntries } from './resolve';
import { countTold } from './tellingRecipients';
import { findCase } from '../db/cases';
import type { Command, Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { Submission } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import { channelFaults, detailFaults, receiptFaults, referenceFaults } from '../domain/submission';
import { dateOf, earliest, toInstant, toMillis, type Instant } from '../domain/time';
import { submission, submissionOutline, type SubmissionInput } from '../inputs/submission';
import { FIRST_YEAR } from '../inputs/calendar';

/** By how much a clock of somebody else may be ahead of ours, in milliseconds. */
const CLOCKS_DIFFER = 5 * 60_000;

/**
 * Reads a submission, looks up what it names, and names every fault of it at once.
 * @param known files that it may name whoever has uploaded them.
 */
export async function readSubmission(
  context: ApiContext,
  actor: Actor,
  body: unknown,
  now: Instant,
  known: readonly string[] = []
): Promise<Submission> {
  const parsed = submission.safeParse(body);
  if (!parsed.success) throw invalidInput([...faultsOf(parsed.error), ...outlineFaults(body, actor)]);
  const given = toSubmission(parsed.data, actor, now);
  const faults = [
    ...channelFaults(given.channel, actor.role),
    ...detailFaults(given.channel, given.submitter),
    ...receiptFaults(given, now, actor.role),
    ...referenceFaults(given, actor.role),
    ...tooEarly(given.receivedAt),
    ...(await unknownEntries(context, 'category', dateOf(given.receivedAt), [given.category], () => '/category')),
    ...(await unknownEarlierCase(context, given.follows)),
    ...(await attachmentFaults(context, actor, null, filesOf(given), known)),
  ];
  assertFaultless(faults);
  return given;
}

/** Starts the case under the code that the claim reserved. @throws Problem 429 where its account has somebody told too often */
export async function startCase(
  context: ApiContext,
  actor: Actor,
  input: Submission,
  claim: Claim,
  now: Instant
): Promise<Answer> {
  const { cases, db, lawBook } = context;
  const code = claim.caseCode ?? newCaseCode(context.casePrefix, now);
  const law = await lawBook.lawAt(input.receivedAt, now);
  const command: Command<'submit'> = { action: 'submit', by: actor, at: now, key: claim.key, input };
  const takeBack = await countTold(context, actor, input.submitter);
  try {
    await cases.submit(code, command, law);
  } catch (error) {
    // It is counted when it is sent again, or was when it was first asked.
    await takeBack();
    // What was asked before may have become a case that has ended since: the record answers for it.
    if (!(error instanceof CaseNotRunning)) throw problemOfCase(error);
  }
  const row = await findCase(db, code);
  if (row === undefined) throw new Error(`case ${code} stands nowhere on record`);
  return { status: 201, body: await presentWithDays(context, row, actor, law.policy, []) };
}

const toSubmission = (given: SubmissionInput, actor: Actor, now: Instant): Submission => ({
  ...given,
  account: actor.role === 'submitter' ? actor.id : null,
  receivedAt: given.receivedAt === null ? now : receiptOf(toInstant(toMillis(given.receivedAt)), actor, now),
});

/** A connected system sends at once what it receives: where its clock goes a little ahead of ours, that is now. */
const receiptOf = (given: Instant, { role }: Actor, now: Instant): Instant =>
  role === 'integration' && toMillis(given) - toMillis(now) <= CLOCKS_DIFFER ? earliest(given, now) : given;

/** What R3 and R4 ask of channel and details, also where the rest of the body has faults of its own. */
function outlineFaults(body: unknown, actor: Actor): Fault[] {
  const outline = submissionOutline.safeParse(body);
  if (!outline.success) return [];
  const { channel, submitter } = outline.data;
  const given = (name: string) => (submitter[name] === undefined || submitter[name] === null ? null : 'given');
  const details = {
    name: given('name'),
    address: given('address'),
    phone: given('phone'),
    email: given('email'),
  };
  return [...channelFaults(channel, actor.role), ...detailFaults(channel, details)];
}

const tooEarly = (receivedAt: Instant): Fault[] =>
  dateOf(receivedAt) < `${String(FIRST_YEAR)}-01-01`
    ? [fault('/receivedAt', 'tooEarly', `No official working days are on record before ${String(FIRST_YEAR)}.`)]
    : [];

const filesOf = ({ attachments, receiptEvidence }: Submission) => [
  ...listed(attachments),
  ...(receiptEvidence === null ? [] : [{ id: receiptEvidence, path: '/receiptEvidence' }]),
];

async function unknownEarlierCase({ db }: ApiContext, code: string | null): Promise<Fault[]> {
  if (code === null || (await findCase(db, code)) !== undefined) return [];
  return [fault('/follows', 'unknown', 'There is no case with this code.')];
}
