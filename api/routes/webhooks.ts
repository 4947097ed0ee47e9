import { randomBytes, randomUUID } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { recordAdminAct } from '../../db/adminEvents';
import type { Executor } from '../../db/database';
import { listDeliveries } from '../../db/subscriberDeliveries';
import { queueTest, resend } from '../../db/subscriberQueue';
import { giveUp, hurry } from '../../db/subscriberSending';
import {
  addSecret,
  addSubscriber,
  changeSubscriber,
  findPartner,
  findSubscriber,
  subscribersWithQueues,
  type Subscriber,
} from '../../db/subscribers';
import { fault } from '../../domain/faults';
import { dateOf } from '../../domain/time';
import { deliveriesQuery, newSecretInput, newWebhook, resendInput, webhookPatch } from '../../inputs/subscribers';
import { seal } from '../../secrets/sealed';
import { addressFault, type AddressFault } from '../../subscribers/addresses';
import { isPartner, partners } from '../../subscribers/partners';
import { newSecret } from '../../subscribers/signing';
import { administerAs } from '../administering';
import type { ApiContext } from '../context';
import { given } from '../given';
import { serve } from '../../http/operation';
import { webhookOperations } from '../operations/webhooks';
import { pageOf } from '../../http/page';
import { onRecord, presentDelivery, presentWebhook } from '../presentWebhook';
import { actorOf } from '../../http/principal';
import { invalidInput, Problem, validated } from '../../http/problems';

const HOUR = 3_600_000;

/** Who is told of cases, and what became of each message. Every change is an administrative act on record. */
export function webhookRoutes({ db, now, subscribers, subscriberQueues }: ApiContext): Router {
  /** Does an act to a subscription and puts it on record as it stood before and after. */
  const change = async <T>(
    request: Request,
    response: Response,
    act: string,
    document: string | null,
    run: (tx: Executor, before: Subscriber) => Promise<T>
  ): Promise<T> => {
    const { id: by } = actorOf(response);
    return administerAs(db, by, async (tx) => {
      const before = await known(tx, request);
      const result = await run(tx, before);
      const after = await findSubscriber(tx, before.id);
      await recordAdminAct(tx, {
        at: now(),
        by,
        act,
        subject: `webhook/${before.id}`,
        before: onRecord(before),
        after: after === undefined ? null : onRecord(after),
        document,
      });
      return result;
    });
  };

  const assertReachable = async (url: string): Promise<void> => {
    const found = await addressFault(new URL(url), subscribers.config.policy);
    if (found !== null) throw invalidInput([fault('/url', found, addressFaults[found])]);
  };

  return serve(webhookOperations, {
    async listWebhooks(_request, response) {
      response.json({ items: (await subscribersWithQueues(db)).map(presentWebhook) });
    },

    async addWebhook(request, response) {
      const { document, ...given } = validated(newWebhook, request.body);
      await assertReachable(given.url);
      const id = `wh_${randomUUID()}`;
      const by = actorOf(response).id;
      const secret = newSecret();
      await administerAs(db, by, async (tx) => {
        const { mapping } = given;
        if (isPartner(mapping) && (await findPartner(tx, mapping)) !== undefined) throw new Problem('partner-taken');
        await addSubscriber(tx, {
          id,
          ...given,
          types: isPartner(mapping) ? [...partners[mapping].types] : given.types,
          pseudonymKey: randomBytes(16).toString('hex'),
          enabled: true,
          createdAt: new Date(now()),
          createdBy: by,
        });
        await addSecret(tx, id, seal(subscribers.keyring, 'subscriber-secrets', secret), new Date());
        const subject = `webhook/${id}`;
        await recordAdminAct(tx, { at: now(), by, act: 'webhook.add', subject, before: null, after: given, document });
      });
      response.status(201).json({ ...(await presented(db, id)), secret });
    },

    async readWebhook(request, response) {
      response.json(await presented(db, (await known(db, request)).id));
    },

    async changeWebhook(request, response) {
      const { document, ...patch } = validated(webhookPatch, request.body);
      if (patch.url !== undefined) await assertReachable(patch.url);
      const id = await change(request, response, 'webhook.change', document, async (tx, before) => {
        if (before.mapping !== 'events' && (patch.types !== undefined || patch.withCode !== undefined))
          throw invalidInput([fault('/types', 'fixed', 'What a named partner is told follows from its mapping.')]);
        const wanted = patch.enabled === true ? { goneAt: null } : {};
        await changeSubscriber(tx, before.id, { ...given(patch), ...wanted, failures: 0, heldUntil: null });
        await hurry(tx, before.id);
        return before.id;
      });
      await subscriberQueues.sendNow(id);
      response.json(await presented(db, id));
    },

    async removeWebhook(request, response) {
      await change(request, response, 'webhook.remove', null, async (tx, { id }) => {
        await changeSubscriber(tx, id, { enabled: false, removedAt: new Date(now()) });
        await giveUp(tx, id, 'removed');
      });
      response.status(204).end();
    },

    async renewWebhookSecret(request, response) {
      const { overlapHours } = validated(newSecretInput, request.body);
      const secret = newSecret();
      await change(request, response, 'webhook.secret', null, (tx, { id }) =>
        addSecret(
          tx,
          id,
          seal(subscribers.keyring, 'subscriber-secrets', secret),
          new Date(Date.now() + overlapHours * HOUR)
        )
      );
      response.status(201).json({ secret });
    },

    async testWebhook(request, response) {
      const { subscriber, queued } = await administerAs(db, actorOf(response).id, async (tx) => {
        const subscriber = switchedOn(await known(tx, request));
        const { id } = subscriber;
        // Its failures stand: where the test gets through, what waited for the address to answer leaves too.
        await changeSubscriber(tx, id, { heldUntil: null });
        return { subscriber, queued: await queueTest(tx, id, `msg_${randomUUID()}`, dateOf(now())) };
      });
      await subscriberQueues.sendNow(subscriber.id);
      response.status(202).json(presentDelivery(subscriber, queued));
    },

    async listDeliveries(request, response) {
      const subscriber = await known(db, request);
      const { status, cursor: before, limit } = validated(deliveriesQuery, request.query);
      const rows = await listDeliveries(db, subscriber.id, { status, before }, limit + 1);
      const { items, nextCursor } = pageOf(rows, limit, (last) => String(last.id));
      response.json({ items: items.map((row) => presentDelivery(subscriber, row)), nextCursor });
    },

    async resendDeliveries(request, response) {
      const { deliveries = null } = validated(resendInput, request.body);
      const { id, queued } = await change(request, response, 'webhook.resend', null, async (tx, subscriber) => {
        switchedOn(subscriber);
        await changeSubscriber(tx, subscriber.id, { failures: 0, heldUntil: null });
        return { id: subscriber.id, queued: await resend(tx, subscriber.id, deliveries) };
      });
      await subscriberQueues.sendNow(id);
      response.status(202).json({ queued });
    },
  });
}

const addressFaults: Readonly<Record<AddressFault, string>> = {
  insecure: 'Messages go over HTTPS only.',
  credentials: 'An address holds no user name and no password: messages are signed.',
  unknownHost: 'Nothing is known under this name.',
  private: 'The address leads into a network that messages may not be sent to (WEBHOOK_ALLOWED_NETWORKS).',
};

/** @throws Problem 404 where the path names none. */
async function known(db: Executor, request: Request): Promise<Subscriber> {
  const found = await findSubscriber(db, String(request.params['id']));
  if (found === undefined) throw new Problem('no-such-webhook');
  return found;
}

/** @throws Problem 409 where it is off. */
function switchedOn(subscriber: Subscriber): Subscriber {
  if (!subscriber.enabled) throw new Problem('webhook-off');
  return subscriber;
}

async function presented(db: Executor, id: string) {
  const [found] = await subscribersWithQueues(db, id);
  if (found === undefined) throw new Problem('no-such-webhook');
  return presentWebhook(found);
}
