import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { canonical } from '../record/canonical';
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
  const given = request.get('Idempotency-Key');
  if (given === undefined) return run({ key: randomUUID(), caseCode: reserveCode(), repeated: false });
  if (!idempotencyKey.safeParse(given).success) throw new Problem('malformed-idempotency-key');

  const requestHash = createHash('sha256')
    .update(canonical([request.method, request.path, request.body]))
    .digest('hex');
  const taken = await takeKey(db, { actor, key: given, requestHash, caseCode: reserveCode() });
  if (taken.requestHash !== requestHash) throw new Problem('idempotency-key-reused');
  if (taken.status !== null) return { status: taken.status, body: taken.body };
  const answer = await run({ key: `${actor}/${given}`, caseCode: taken.caseCode, repeated: taken.repeated });
  await keepAnswer(db, { actor, key: given }, answer);
  return answer;
}
