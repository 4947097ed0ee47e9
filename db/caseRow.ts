import { agenciesOf, answerDueOf, isOverdue, type CaseEvent, type CaseState } from '../domain/case';
import { fold as folded } from '../domain/evolve';
import { waitsFor } from '../domain/holdings';
import { SERVICE } from '../domain/roles';
import { isFinal } from '../domain/statuses';
import { pressingTerms } from '../domain/terms';
import type { RecordedEvent } from './recorded';
import type { cases } from './schema';

type CaseRow = typeof cases.$inferInsert;

/** What stands in a row while nothing is published. */
const unpublished = {
  publishedAt: null,
  publishedTitle: null,
  publishedContent: null,
  publishedAnswer: null,
  publishedAttachments: [],
  jointlyWith: null,
  senderChange: null,
} satisfies Partial<CaseRow>;

/** The row as a run of events from the first on left it; undefined without any. */
export function rowOf(code: string, recorded: readonly RecordedEvent[]): typeof cases.$inferSelect | undefined {
  const events = recorded.map(({ event }) => event);
  const [first] = events;
  const last = recorded.at(-1);
  if (first?.type !== 'submit' || last === undefined) return undefined;
  const state = folded(code, events);
  return {
    answer: null,
    ...unpublished,
    publicationNumber: null,
    ...submitted(first, code),
    ...columnsOf(state),
    calendar: state.calendar,
    head: last.hash,
    sealedSeq: 0,
    ...(Object.assign({}, ...events.map(told)) as Partial<typeof cases.$inferSelect>),
  };
}

/** Where no term runs: later than any deadline, so that such cases come last. */
export const NOT_URGENT = new Date('9999-12-31T00:00:00Z');

export const isResting = ({ urgency }: { readonly urgency: Date }): boolean => urgency >= NOT_URGENT;

/** The columns that follow from the state. */
export function columnsOf(state: CaseState) {
  const answerDue = answerDueOf(state);
  return {
    seq: state.seq,
    status: state.status,
    open: !isFinal(state.status),
    category: state.category,
    leadAgency: state.lead?.agency ?? null,
    officer: state.officer,
    agencies: agenciesOf(state),
    waitsFor: waitsFor(state),
    linkedTo: state.link?.to ?? null,
    linkKind: state.link?.kind ?? null,
    answerDue: answerDue && new Date(answerDue.endsAt),
    overdue: isOverdue(state),
    urgency: urgencyOf(state),
    state,
    updatedAt: new Date(state.asOf),
  } satisfies Partial<CaseRow>;
}

/** The columns that a submission fills for good. */
export function submitted(event: Extract<CaseEvent, { type: 'submit' }>, code: string) {
  const { data } = event;
  const { submitter } = data;
  return {
    code,
    channel: data.channel,
    title: data.title,
    content: data.content,
    submitterName: submitter.name,
    submitterAddress: submitter.address,
    submitterPhone: submitter.phone,
    submitterEmail: submitter.email,
    submitterAccount: data.account,
    attachments: [...data.attachments],
    dossierNumber: data.dossierNumber,
    follows: data.follows,
    sender: senderOf([event]),
    reference: data.reference ?? null,
    receivedAt: new Date(data.receivedAt),
    enteredAt: new Date(event.at),
  } satisfies Partial<CaseRow>;
}

/** The connected system whose submission is among events; null without one. */
export const senderOf = ([first]: readonly CaseEvent[]): string | null =>
  first?.type === 'submit' && first.by !== SERVICE && first.by.role === 'integration' ? first.by.id : null;

/** The columns that one event tells beyond the state: the texts of answers and publications. */
export function told(event: CaseEvent): Partial<CaseRow> {
  if (event.type === 'answer' || (event.type === 'decide' && event.data.outcome === 'answer'))
    return { answer: event.data.text };
  if (event.type === 'unpublish') return unpublished;
  if (event.type === 'answerJointly')
    return {
      ...unpublished,
      answer: event.data.text,
      publishedAt: new Date(event.at),
      publishedAnswer: event.data.text,
      jointlyWith: event.data.principal,
    };
  if (event.type === 'publish' || event.type === 'republish')
    return {
      publishedAt: new Date(event.at),
      publishedTitle: event.data.title,
      publishedContent: event.data.content,
      publishedAnswer: event.data.text,
      publishedAttachments: [...event.data.attachments],
      jointlyWith: null,
    };
  return {};
}

/** Lapsed terms stay as urgent as their end was: what is late comes first. */
function urgencyOf(state: CaseState): Date {
  const ends = pressingTerms(state.terms)
    .map((term) => term.endsAt)
    .sort();
  return ends[0] === undefined ? NOT_URGENT : new Date(ends[0]);
}
