import type { Answer, Visitor } from '../../support/visitor';
import type { Service } from '../../support/service';

/** The people of a story, signed in. */
export interface People {
  readonly citizen: Visitor;
  readonly reception: Visitor;
  readonly officer: Visitor;
  readonly head: Visitor;
  readonly otherOfficer: Visitor;
  readonly otherHead: Visitor;
  readonly supervisor: Visitor;
  readonly leadership: Visitor;
  readonly admin: Visitor;
}

/** The agency that leads most stories, and another one. */
export const LEAD = 'justice';
export const OTHER = 'construction';

export async function peopleOf(service: Service): Promise<People> {
  const mailboxes = {
    citizen: 'citizen',
    reception: 'reception',
    officer: `officer.${LEAD}`,
    head: `lead.${LEAD}`,
    otherOfficer: `officer.${OTHER}`,
    otherHead: `lead.${OTHER}`,
    supervisor: 'supervisor',
    leadership: 'leadership',
    admin: 'admin',
  };
  const signedIn = Object.entries(mailboxes).map(async ([name, mailbox]) => [name, await service.as(mailbox)] as const);
  return Object.fromEntries(await Promise.all(signedIn)) as unknown as People;
}

/** What somebody sends through the portal. */
export const petition = (given: object = {}) => ({
  channel: 'portal',
  category: 'procedure_not_posted',
  title: 'Thủ tục chưa được niêm yết',
  content: 'Thủ tục cấp đổi giấy phép chưa được niêm yết tại nơi tiếp nhận hồ sơ.',
  submitter: { name: 'Người gửi', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'nguoigui@example.vn' },
  ...given,
});

/** An act that must be taken. @throws Error where it is not. */
export async function act(by: Visitor, code: string, action: string, input: object = {}): Promise<Answer['body']> {
  const answer = await by.post(`/v1/cases/${code}/${action}`, input);
  if (answer.status !== 200)
    throw new Error(`${action} was answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A new case, and its code. */
export async function submitted(by: Visitor, given: object = {}): Promise<string> {
  const { status, body } = await by.post('/v1/cases', petition(given));
  if (status !== 201) throw new Error(`the submission was answered ${String(status)}: ${JSON.stringify(body)}`);
  return body.code as string;
}

export const idOf = async (somebody: Visitor): Promise<string> => (await somebody.get('/v1/auth/me')).body.id as string;

/** What happened to a case, in order, as somebody reads it who may see it. */
export async function typesOf(reader: Visitor, code: string): Promise<string[]> {
  const { items } = (await reader.get(`/v1/cases/${code}/events`)).body as { items: { type: string }[] };
  return items.map(({ type }) => type);
}

/** A case that the lead agency's officer handles. */
export async function inHandling({ citizen, reception, head, officer }: People): Promise<string> {
  const code = await submitted(citizen);
  await act(reception, code, 'forward', { lead: LEAD });
  await act(head, code, 'assign', { officer: await idOf(officer) });
  return code;
}

/** A case with an answer published. */
export async function published(people: People): Promise<string> {
  const code = await inHandling(people);
  await act(people.head, code, 'answer', { text: 'Thủ tục đã được niêm yết.' });
  await act(people.reception, code, 'publish', { forms: ['portal'], text: 'Thủ tục đã được niêm yết.' });
  return code;
}

/** A colleague whose account an administrator makes, and who sets the password of all sample accounts; the account's id. */
export async function employed(service: Service, admin: Visitor, account: object): Promise<string> {
  const { status, body } = await admin.post('/v1/accounts', account);
  if (status !== 201) throw new Error(`the account was answered ${String(status)}: ${JSON.stringify(body)}`);
  const id = String(body.id);
  const { url } = (await admin.post(`/v1/accounts/${id}/password-link`)).body as { url: string };
  const set = { token: new URL(url).hash.replace('#token=', ''), password: service.password };
  const answer = await service.stranger.post('/v1/auth/reset-password', set);
  if (answer.status !== 204) throw new Error(`the password was answered ${String(answer.status)}`);
  return id;
}
