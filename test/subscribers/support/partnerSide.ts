import { Webhook } from 'standardwebhooks';
import { startReceiver, type Behaviour, type Received, type Reply } from '../../support/receiver';

interface Item {
  readonly reference: string;
  readonly version: number;
  readonly state: string;
  readonly day: string;
  readonly [content: string]: unknown;
}

export type Held = Pick<Item, 'reference' | 'version' | 'state'>;

type Misbehaviour = (received: Received) => ReturnType<Behaviour> | null;

/** The system of a partner, which keeps to docs/partners.md unless a test has it do otherwise. */
export interface PartnerSide {
  readonly url: string;
  readonly received: readonly Received[];
  /** Every item of every request, in order. */
  items(): Item[];
  /** What it says that it holds of a day. */
  lists(change: (held: readonly Held[]) => readonly Held[]): void;
  /** What it says to an item; takes it where nothing is given. */
  saysOf(result: (item: Item) => object): void;
  /** Does something else with every request, or with those for which there is something, until it is told otherwise. */
  misbehave(behaviour: Misbehaviour | null): void;
  /** The signature of each request by a secret, and the one that it bears. */
  signaturesBy(secret: string): { readonly expected: string; readonly received: unknown }[];
  stop(): Promise<void>;
}

const itemsOf = ({ method, body }: Received): Item[] =>
  method === 'POST' ? (JSON.parse(body) as { items: Item[] }).items : [];

export async function startPartnerSide(): Promise<PartnerSide> {
  const taken: Item[] = [];
  let result = (_item: Item): object => ({ result: 'accepted' });
  let listed = (held: readonly Held[]) => held;
  let misbehaviour: Misbehaviour | null = null;

  const proper = (request: Received): Reply => {
    if (request.method === 'GET') {
      const ofDay = taken.filter(({ day }) => day === request.query.get('day'));
      const items = listed(ofDay.map(({ reference, version, state }) => ({ reference, version, state })));
      return { body: JSON.stringify({ items }) };
    }
    const results = itemsOf(request).map((item) => {
      const said = result(item);
      if ('result' in said && said.result === 'accepted') taken.push(item);
      return { reference: item.reference, version: item.version, ...said };
    });
    return { body: JSON.stringify({ results }) };
  };
  const receiver = await startReceiver((request) => misbehaviour?.(request) ?? proper(request));
  return {
    url: receiver.url,
    received: receiver.received,
    items: () => receiver.received.flatMap(itemsOf),
    lists: (change) => {
      listed = change;
    },
    saysOf: (next) => {
      result = next;
    },
    misbehave: (behaviour) => {
      misbehaviour = behaviour;
    },
    signaturesBy: (secret) =>
      receiver.received.map(({ method, path, query, headers, body }) => {
        const signed = method === 'GET' ? `${path}?${query.toString()}` : body;
        const [id, seconds] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])];
        const expected = new Webhook(secret).sign(id, new Date(seconds * 1_000), signed);
        return { expected, received: headers['webhook-signature'] };
      }),
    stop: () => receiver.stop(),
  };
}
