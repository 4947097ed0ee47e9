import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { canonical } from '../record/canonical';
import { sha256 } from '../record/hash';
import type { Database } from '../db/database';
import { keepAnswer, takeKey } from '../db/idempotency';
import { idempotencyKey } from '../inputs/idempotencyKey';
import { Problem } from './problems';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What a request runs under. */
export interface Claim {
  readonly key: string;
  /** The code reserved for a new case, where the request opens one. */
  readonly caseCode: string | null;
  /** It was asked before, and nobody knows what came of it: it may have taken effect. */
  readonly repeated: boolean;
}

/**
 * Runs a request once under the client's `Idempotency-Key`; asked again, gives the same answer. Without a key each
 * request is one of its own. What failed is not kept: the same key may then try again.
 * @throws Problem 422 where the key was used for another request, 400 where it is no key.
 */
export async function once(
  db: Database,
  request: Request,
  actor: string,
  reserveCode: () => string | null,
  run: (claim: Claim) => Promise<Answer>
): Promise<Answer> {
  const asked = { key: keyOf(request), content: [request.method, request.path, request.body] };
  return onceUnder(db, actor, asked, reserveCode, run);
}

/** The client's key; null where the request has none. @throws Problem 400 where it is no key. */
export function keyOf(request: Request): string | null {
  const given = request.get('Idempotency-Key');
  if (given === undefined) return null;
  if (!idempotencyKey.safeParse(given).success) throw new Problem('malformed-idempotency-key');
  return given;
}

/** The key under which what somebody asks stands on record. */
export const recordedKey = (actor: string, key: string): string => `${actor}/${key}`;

/** The same for what is asked under a key, where one request asks for several things. */
export async function onceUnder(
  db: Database,
  actor: string,
  { key, content }: { readonly key: string | null; readonly content: unknown },
  reserveCode: () => string | null,
  run: (claim: Claim) => Promise<Answer>
): Promise<Answer> {
  if (key === null) return run({ key: randomUUID(), caseCode: reserveCode(), repeated: false });
  const requestHash = sha256(canonical(content));
  const taken = await takeKey(db, { actor, key, requestHash, caseCode: reserveCode() });
  if (taken.requestHash !== requestHash) throw new Problem('idempotency-key-reused');
  if (taken.status !== null) return { status: taken.status, body: taken.body };
  const answer = await run({ key: recordedKey(actor, key), caseCode: taken.caseCode, repeated: taken.repeated });
  await keepAnswer(db, { actor, key }, answer);
  return answer;
}
