import { randomBytes } from 'node:crypto';
import type { CaseEvent, EventType } from '../domain/case';
import { canonical } from './canonical';
import { sha256 } from './hash';

/** One text of an event that may tell who somebody is, kept apart from the event so that it can be erased. */
export interface PersonalText {
  readonly seq: number;
  /** Where it belongs in the event: a JSON pointer. */
  readonly field: string;
  readonly value: string;
  readonly salt: string;
}

/** An event as it is hashed: a commitment stands where a personal text belongs. */
export type ConcealedEvent = Pick<CaseEvent, 'seq' | 'type' | 'at' | 'recordedAt' | 'by'> & {
  readonly data: unknown;
  readonly changes: unknown;
};

interface Commitment {
  readonly commitment: string;
}

/** Stands where an erased text stood (Law 91/2025/QH15, Decree 13/2023/NĐ-CP). */
export const ERASED = '[đã xóa]';

const texts = (...names: string[]) => names.map((name) => `/data/${name}`);

/** The texts of each type of event that people wrote, whoever they are: an answer greets the submitter by name. */
const personalFields: Record<EventType, readonly string[]> = {
  submit: texts(
    'title',
    'content',
    'submitter/name',
    'submitter/address',
    'submitter/phone',
    'submitter/email',
    'dossierNumber',
    'reference',
    'receiptReason',
    'receiptEvidence'
  ),
  accept: [],
  reject: texts('explanation'),
  requestInfo: texts('question'),
  supplyInfo: texts('text'),
  resume: texts('reason'),
  forward: texts('reason'),
  decline: texts('reason'),
  assign: [],
  opine: texts('text'),
  reportProgress: texts('text'),
  conclude: [],
  propose: [...texts('text'), '/changes/proposal/text'],
  revise: texts('reason'),
  answer: texts('text'),
  return: texts('reason'),
  publish: texts('text', 'title', 'content'),
  republish: texts('text', 'title', 'content'),
  unpublish: texts('reason'),
  dispute: texts('reason'),
  uphold: texts('reason'),
  escalate: texts('proposal'),
  decide: texts('text'),
  withdraw: texts('reason'),
  link: texts('reason'),
  unlink: texts('reason'),
  answerJointly: texts('text'),
  urge: texts('text'),
  note: texts('text'),
  message: texts('subject', 'text'),
  alarm: [],
  calendarChanged: [],
  agencyChanged: [],
  jointAnswerChanged: texts('text'),
  refused: [],
  erase: [],
};

/** Takes the personal texts out of an event and leaves commitments. */
export function conceal(event: CaseEvent): { event: ConcealedEvent; personal: PersonalText[] } {
  const personal: PersonalText[] = [];
  const concealed = replaced(event, (value, field) => {
    if (typeof value !== 'string') return value;
    const text = { seq: event.seq, field, value, salt: randomBytes(16).toString('base64url') };
    personal.push(text);
    return committed(text);
  });
  return { event: concealed, personal };
}

/** The event as people read it. Of what was erased a mark remains. */
export function reveal(event: ConcealedEvent, personal: readonly PersonalText[]): CaseEvent {
  return replaced(event, (value, field) =>
    isCommitment(value)
      ? (personal.find((text) => text.seq === event.seq && text.field === field)?.value ?? ERASED)
      : value
  ) as CaseEvent;
}

/** The commitments of an event, by field. */
export function commitmentsOf(event: ConcealedEvent): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  replaced(event, (value, field) => {
    if (isCommitment(value)) found.set(field, value.commitment);
    return value;
  });
  return found;
}

/** What a text is bound by: nobody finds it from this without its salt. */
export const commitmentOf = ({ salt, value }: Pick<PersonalText, 'salt' | 'value'>): string =>
  sha256(canonical([salt, value]));

const committed = (text: PersonalText): Commitment => ({ commitment: commitmentOf(text) });

const isCommitment = (value: unknown): value is Commitment =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Commitment>).commitment === 'string';

function replaced(event: ConcealedEvent, replace: (value: unknown, field: string) => unknown): ConcealedEvent {
  // A record that somebody hands in may name any type.
  const fields = Object.hasOwn(personalFields, event.type) ? personalFields[event.type] : [];
  return fields.reduce<unknown>(
    (whole, field) => replacedAt(whole, field.slice(1).split('/'), (value) => replace(value, field)),
    event
  ) as ConcealedEvent;
}

function replacedAt(whole: unknown, path: readonly string[], replace: (value: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return replace(whole);
  if (typeof whole !== 'object' || whole === null || !(name in whole)) return whole;
  const part = (whole as Record<string, unknown>)[name];
  return { ...whole, [name]: replacedAt(part, rest, replace) };
}
