import type { KeyObject } from 'node:crypto';
import type { Database } from '../db/database';
import type { Instant } from '../domain/time';
import type { SubscribersDependencies } from '../subscribers/telling';
import { createAgencyActivities } from './agencies';
import { createCalendarActivities } from './calendar';
import { createComparePartner } from './comparePartner';
import { forgetCase } from './forgetCase';
import type { Messaging } from '../messages/messaging';
import { createSendDigests } from './digests';
import { createPlanDelivery } from './planDelivery';
import { createRecall } from './recall';
import { createRecord } from './record';
import { createSealing } from './sealing';
import { createSendMessage } from './sendMessage';
import { createSendPasswordMail } from './sendPasswordMail';
import { createStartAgain } from './startAgain';
import { createTellSubscriber } from './tellSubscriber';

export interface ActivityDependencies {
  readonly db: Database;
  /** Null where no channel is switched on: notices are then shown in their list, and not sent. */
  readonly messaging: Messaging | null;
  /** Signs the daily roots of the record (Ed25519); null where this installation has none. */
  readonly recordKey: KeyObject | null;
  /** How other systems are told. */
  readonly subscribers: SubscribersDependencies;
  /** The legal time now. */
  readonly now: () => Instant;
}

/** The world's side effects, each safe to repeat. */
export const createActivities = (dependencies: ActivityDependencies) => ({
  record: createRecord(dependencies),
  recall: createRecall(dependencies),
  sealRecord: createSealing(dependencies),
  forgetCase,
  planDelivery: createPlanDelivery(dependencies),
  sendDigests: createSendDigests(dependencies),
  sendMessage: createSendMessage(dependencies),
  sendPasswordMail: createSendPasswordMail(dependencies),
  tellNextCases: createCalendarActivities(dependencies).tellNextCases,
  tellSubscriber: createTellSubscriber(dependencies),
  ...createComparePartner(dependencies),
  ...createAgencyActivities(dependencies),
  ...createStartAgain(dependencies),
});

export type Activities = ReturnType<typeof createActivities>;
