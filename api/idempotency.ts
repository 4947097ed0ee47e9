import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { recordedKey, reserveCode, takeKey } from '../db/idempotency';
import { caseAfter } from '../db/pastCases';
import type { Actor } from '../domain/roles';
import { canonical } from '../record/canonical';
import { sha256 } from '../record/hash';
import { idempotencyKey } from '../inputs/idempotencyKey';
import type { ApiContext } from './context';
import { presentByItsPolicy } from './presentByItsPolicy';
import { Problem } from '../http/problems';

export interface Answer {
  readonly status: number;
  readonly body: Awaited<ReturnType<typeof presentByItsPolicy>>;
}

/** What a request runs under. */
export interface Claim {
  readonly key: string;
  /** The code reserved for a new case, where the request opens one. */
  readonly caseCode: string | null;
}

/** What is asked under a client's key. */
export interface Asked {
  readonly actor: Actor;
  /** Null where the request has none: it is one of its own then. */
  readonly key: string | null;
  /** What makes two requests the same. */
  readonly content: unknown;
  /** The case that it is an act on; null where it opens one. */
  readonly of: string | null;
  /** The code of the case that it opens, if it does. */
  readonly reserved: string | null;
}

/**
 * Does what is asked once under the client's `Idempotency-Key`. Asked again, the record answers: with the case as the act
 * left it, whatever has become of the case since. What failed left no trace there: the same key may try again.
 * @throws Problem 422 where the key was used for another request.
 */
export async function once(
  context: ApiContext,
  { actor, key, content, of, reserved }: Asked,
  run: (claim: Claim) => Promise<Answer>
): Promise<Answer> {
  if (key === null) return run({ key: randomUUID(), caseCode: reserved });
  const { db } = context;
  const requestHash = sha256(canonical(content));
  const taken = await takeKey(db, { actor: actor.id, key, requestHash, caseCode: reserved, about: of });
  if (taken.requestHash !== requestHash) throw new Problem('idempotency-key-reused');
  const recorded = recordedKey(actor.id, key);

  const onRecord = async (code: string | null, status: number): Promise<Answer | undefined> => {
    const row = code === null ? undefined : await caseAfter(db, code, recorded);
    return row && { status, body: await presentByItsPolicy(context, row, actor, row.state.asOf) };
  };
  const done = async (caseCode: string | null) => (await onRecord(of, 200)) ?? onRecord(caseCode, 201);
  const before = taken.repeated ? await done(taken.caseCode) : undefined;
  if (before !== undefined) return before;
  const opens = taken.caseCode === null && reserved !== null;
  const caseCode = opens ? await reserveCode(db, { actor: actor.id, key }, reserved) : taken.caseCode;
  try {
    return await run({ key: recorded, caseCode });
  } catch (error) {
    // It may have taken effect all the same: when it was asked first, or just now and too late to be told.
    const late = await done(caseCode);
    if (late === undefined) throw error;
    return late;
  }
}

/** The client's key; null where the request has none. @throws Problem 400 where it is no key. */
export function clientKeyOf(request: Request): string | null {
  const given = request.get('Idempotency-Key');
  if (given === undefined) return null;
  if (!idempotencyKey.safeParse(given).success) throw new Problem('malformed-idempotency-key');
  return given;
}

/** What a request asks that is about one thing. @throws Problem 400 where its key is none. */
export const askedBy = (request: Request, actor: Actor, about: Pick<Asked, 'of' | 'reserved'>): Asked => ({
  actor,
  key: clientKeyOf(request),
  content: [request.method, request.path, request.body],
  ...about,
});
