import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { actionNames, type ActionName } from '../../../domain/actions';
import type { Asked } from '../../../inputs/actions';
import { eventually } from '../../support/eventually';
import type { Progress } from './progress';
import type { Chance } from './random';

/** One request of a client that was answered for good, as the client itself wrote it down. */
export interface Entry {
  readonly client: string;
  /** The account that acted. */
  readonly actor: string;
  readonly action: ActionName;
  /** The case; null where a submission was refused. */
  readonly code: string | null;
  /** Stands in the text of the act, where it has one: no other act has it. */
  readonly mark: string;
  /** Milliseconds of the client's clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly status: number;
  /** The number of the case's latest event, as the answer told it. */
  readonly seq: number | null;
  /** How often it was asked before somebody answered. */
  readonly tries: number;
  /** The file that the act named, as it was sent. */
  readonly file?: SentFile;
}

interface SentFile {
  readonly id: string;
  readonly sha256: string;
}

export interface ClientsOptions {
  readonly addresses: readonly string[];
  readonly password: string;
  readonly chance: Chance;
  readonly cases: number;
  readonly acts: number;
  readonly clients: number;
  /** Begins their marks, where one service sees several runs. */
  readonly name?: string;
  /** They go on at least until this holds. */
  readonly until: () => boolean;
  readonly progress: Progress;
}

/** What the clients saw: their entries, and how many files found no room. */
export interface Seen {
  readonly entries: readonly Entry[];
  readonly withoutRoom: number;
}

type Later = Exclude<ActionName, 'submit'>;
type Inputs = {
  readonly [A in Later]: (mark: string, chance: Chance, officers: readonly string[]) => Partial<Asked<A>>;
};

const AGENCIES = ['justice', 'construction', 'commune-hill'];
const LOOKS = 5;
const FILE_BYTES = 100_000;
const PAUSE_MILLIS = 250;
const PATIENCE_MILLIS = 15_000;

/** Erasing and linking need cases in certain pairs or states; what they do has tests of its own. */
const left: readonly string[] = ['link', 'unlink', 'answerJointly'];
const laterActions = actionNames.filter((name): name is Later => name !== 'submit' && !left.includes(name));

const said = (mark: string) => `Nội dung ${mark}.`;
const inputs: Partial<Inputs> = {
  accept: () => ({ category: 'procedure_not_posted' }),
  reject: (mark) => ({ reason: 'outside_scope', explanation: said(mark) }),
  requestInfo: (mark) => ({ question: said(mark) }),
  supplyInfo: (mark) => ({ text: said(mark) }),
  resume: (mark) => ({ reason: said(mark) }),
  forward: (mark, chance) => {
    const lead = chance.pick(AGENCIES);
    return {
      lead,
      coordinating: AGENCIES.filter((agency) => agency !== lead && chance.next() < 0.3),
      reason: said(mark),
    };
  },
  decline: (mark) => ({ reason: said(mark) }),
  assign: (_mark, chance, officers) => ({ officer: chance.pick(officers) }),
  opine: (mark, chance) => ({ text: said(mark), agrees: chance.next() < 0.8 }),
  reportProgress: (mark) => ({ text: said(mark) }),
  conclude: () => ({}),
  propose: (mark) => ({ text: said(mark) }),
  revise: (mark) => ({ reason: said(mark) }),
  answer: (mark) => ({ text: said(mark) }),
  return: (mark) => ({ reason: said(mark) }),
  publish: (mark) => ({ forms: ['portal'], text: said(mark) }),
  dispute: (mark) => ({ reason: said(mark) }),
  uphold: (mark) => ({ reason: said(mark) }),
  escalate: (mark) => ({ ground: 'other', proposal: said(mark) }),
  decide: (mark, chance) => ({ outcome: chance.next() < 0.5 ? 'directive' : 'answer', text: said(mark) }),
  withdraw: (mark) => ({ reason: said(mark) }),
  urge: (mark) => ({ text: said(mark) }),
  note: (mark) => ({ text: said(mark) }),
  message: (mark) => ({ subject: 'Thông báo', text: said(mark) }),
};

/** Acts whose input holds no text of the client's. */
export const unmarked: readonly ActionName[] = ['accept', 'conclude', 'assign'];

/** They end a case or change nothing: left to chance, no case would come far. */
const unusual: readonly ActionName[] = ['withdraw', 'reject', 'note', 'message', 'urge'];

interface Person {
  readonly mailbox: string;
  readonly id: string;
  readonly token: string;
}

/**
 * Lets many clients at once submit cases and act on them, as they are allowed to and as they are not, by the choices of
 * a seed. A client repeats each request under its key until somebody answers it for good.
 */
export async function letClientsAct(options: ClientsOptions): Promise<Seen> {
  const people = await Promise.all(
    [
      'citizen',
      'reception',
      'supervisor',
      'leadership',
      ...AGENCIES.flatMap((of) => [`officer.${of}`, `lead.${of}`]),
    ].map((mailbox) => signIn(options.addresses[0]!, options.password, mailbox))
  );
  const officers = people.filter(({ mailbox }) => mailbox.startsWith('officer.')).map(({ id }) => id);
  const entries: Entry[] = [];
  const codes: string[] = [];
  let withoutRoom = 0;
  await Promise.all(
    Array.from({ length: options.clients }, (_, index) => live(`${options.name ?? ''}client-${String(index)}`))
  );
  return { entries, withoutRoom };

  async function live(client: string): Promise<void> {
    const chance = options.chance.branch(client);
    const share = (all: number) => Math.ceil(all / options.clients);
    const requests = share(options.cases) + share(options.acts);
    for (let number = 0; number < requests || !options.until(); number++) {
      const mark = `${client}-${String(number)}`;
      const submits = codes.length === 0 || number % Math.ceil(1 + options.acts / options.cases) === 0;
      entries.push(submits ? await submit(client, mark) : await act(client, mark, chance));
    }
  }

  async function submit(client: string, mark: string): Promise<Entry> {
    const citizen = people[0]!;
    const entry = await ask(client, citizen, 'submit', null, mark, '/v1/cases', {
      channel: 'portal',
      category: 'procedure_not_posted',
      title: 'Thủ tục chưa được niêm yết',
      content: said(mark),
      submitter: { name: 'Người gửi', address: 'Phường Kon Tum', phone: '0900000000', email: 'nguoigui@example.org' },
    });
    if (entry.code !== null) codes.push(entry.code);
    return entry;
  }

  async function act(client: string, mark: string, chance: Chance): Promise<Entry> {
    const code = chance.pick(codes);
    const { person, allowed } = await somebodyFor(code, chance);
    const usual = allowed.filter((action) => !unusual.includes(action));
    const blind = allowed.length === 0 || chance.next() < 0.15;
    const action = blind
      ? chance.pick(laterActions)
      : chance.pick(usual.length > 0 && chance.next() < 0.9 ? usual : allowed);
    const input = inputs[action]?.(mark, chance, officers) ?? {};
    const file = action === 'note' ? await upload(person, mark) : undefined;
    const sent = file === undefined ? input : { ...input, attachments: [file.id] };
    const entry = await ask(client, person, action, code, mark, `/v1/cases/${code}/${action}`, sent);
    return file === undefined ? entry : { ...entry, file };
  }

  /** Somebody who may act on the case, if one is found soon. */
  async function somebodyFor(code: string, chance: Chance): Promise<{ person: Person; allowed: Later[] }> {
    for (let looks = 1; ; looks++) {
      const person = chance.pick(people);
      const allowed = await allowedTo(person, code);
      if (allowed.some((action) => !unusual.includes(action)) || looks === LOOKS) return { person, allowed };
    }
  }

  /** A file of a hundred kilobytes that nobody else sends; undefined where there was no room for it, or nobody to take it. */
  async function upload({ token }: Person, mark: string): Promise<SentFile | undefined> {
    const content = `${mark}\n`.repeat(Math.ceil(FILE_BYTES / (mark.length + 1)));
    const form = new FormData();
    form.set('file', new File([content], `${mark}.txt`));
    const response = await fetch(`${options.addresses[0]!}/v1/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
      signal: patience(),
    }).catch(() => null);
    if (response?.status === 507) withoutRoom++;
    if (response?.status !== 201) return undefined;
    const { id } = (await response.json()) as { id: string };
    return { id, sha256: createHash('sha256').update(content).digest('hex') };
  }

  /** What the person may do now, as far as the service can be asked; a guess does as well. */
  async function allowedTo(person: Person, code: string): Promise<Later[]> {
    const response = await request(options.addresses[0]!, 'GET', `/v1/cases/${code}`, person);
    if (response?.ok !== true) return [];
    const { allowedActions } = (await response.json()) as { allowedActions: Later[] };
    return allowedActions.filter((action) => laterActions.includes(action));
  }

  async function ask(
    client: string,
    person: Person,
    action: ActionName,
    code: string | null,
    mark: string,
    path: string,
    body: object
  ): Promise<Entry> {
    const askedAt = performance.now();
    const waiting = options.progress.ask(`${action} ${mark}`);
    for (let tries = 1; ; tries++) {
      const address = options.addresses[tries % options.addresses.length]!;
      const response = await request(address, 'POST', path, person, { body, key: mark });
      const answer = response === null ? null : ((await response.json().catch(() => null)) as Answer | null);
      if (response === null || answer === null || response.status >= 500) {
        waiting.again(`${address} ${response === null ? 'did not answer' : `answered ${String(response.status)}`}`);
        await delay(PAUSE_MILLIS);
        continue;
      }
      waiting.answered();
      return {
        client,
        actor: person.id,
        action,
        code: answer.code ?? code,
        mark,
        askedAt,
        answeredAt: performance.now(),
        status: response.status,
        seq: answer.head?.seq ?? null,
        tries,
      };
    }
  }
}

interface Answer {
  readonly code?: string;
  readonly head?: { readonly seq: number };
}

/** Signs in, as soon as somebody answers. @throws Error where the service refuses. */
export async function signIn(address: string, password: string, mailbox: string): Promise<Person> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: `${mailbox}@example.vn`, password });
  const { token } = (await answered(`${address}/v1/auth/sign-in`, { method: 'POST', headers, body })) as Person;
  const me = await answered(`${address}/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } });
  return { mailbox, token, id: (me as Person).id };
}

/** Asks until somebody answers. @throws Error where the service refuses. */
export async function answered(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await eventually(
    () => fetch(url, { ...init, signal: patience() }).catch(() => null),
    (answer) => answer !== null && answer.status < 500
  );
  if (response?.ok !== true) throw new Error(`${url} refuses: ${String(await response?.text())}`);
  return response.json();
}

/** A little longer than the service itself waits for a case. */
const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MILLIS);

/** Null where nobody answered. */
async function request(
  address: string,
  method: string,
  path: string,
  { token }: Person,
  sent?: { readonly body: object; readonly key: string }
): Promise<Response | null> {
  return fetch(address + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': sent.key }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent.body) }),
    signal: patience(),
  }).catch(() => null);
}
