import type { Logger } from 'pino';
import type { Accounts } from '../accounts';
import type { Attachments } from '../attachments';
import type { CaseClient } from '../client';
import type { Database } from '../db/database';
import type { NoticeDeliveries } from '../starters/noticeDeliveries';
import type { Issuer } from '../documents/document';
import type { createRenderer } from '../documents/render';
import type { Instant } from '../domain/time';
import type { TrainingClock } from '../domain/trainingClock';
import type { Intake } from '../intake';
import type { ZaloWebhook } from '../messages/zaloWebhook';
import type { LawBook } from '../books/lawBook';
import type { MessagesConfig } from '../messages/config';
import type { Receipts } from '../messages/receipts';
import type { Reforms } from '../starters/reforms';
import type { Rollouts } from '../starters/rollouts';
import type { Keyring } from '../secrets/keyring';
import type { SubscriberQueues } from '../starters/subscriberQueues';
import type { SubscribersDependencies } from '../subscribers/telling';
import type { LiveChanges } from './liveChanges';
import type { Metrics } from './metrics';

/** What the routes work with. */
export interface ApiContext {
  readonly db: Database;
  readonly cases: CaseClient;
  readonly accounts: Accounts;
  readonly reforms: Reforms;
  readonly attachments: Attachments;
  readonly intake: Intake;
  /** The official account's webhook; null where it is off. */
  readonly zalo: ZaloWebhook | null;
  readonly rollouts: Rollouts;
  readonly subscribers: SubscribersDependencies;
  readonly subscriberQueues: SubscriberQueues;
  readonly lawBook: LawBook;
  readonly clock: TrainingClock | null;
  readonly messages: {
    readonly config: MessagesConfig;
    readonly deliveries: NoticeDeliveries;
    readonly receipts: Receipts;
    /** Proves that an address for turning messages off comes from us. */
    readonly keyring: Keyring;
  };
  /** The legal time now. */
  readonly now: () => Instant;
  readonly liveChanges: LiveChanges;
  /** Where the built pages lie. */
  readonly pages: string;
  /** Proxies that are believed about whom they ask for, as Express names them; null where nobody stands before the service. */
  readonly trustedProxies: string | number | null;
  readonly casePrefix: string;
  readonly metrics: Metrics;
  /** What Prometheus brings; null where only this machine itself may ask. */
  readonly metricsToken: string | null;
  /** What the head of every document says besides the name of the body that issues it. */
  readonly issuer: Omit<Issuer, 'name'>;
  /** Makes a file of a document. */
  readonly render: ReturnType<typeof createRenderer>;
  /** Where people reach the service. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Each rejects while the server behind it cannot be used. */
  readonly probes: Readonly<Record<'postgresql' | 'temporal', () => Promise<unknown>>>;
}
