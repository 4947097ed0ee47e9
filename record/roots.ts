import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Instant, LocalDate } from '../domain/time';
import { canonical } from './canonical';
import type { Head } from './chain';
import { sha256 } from './hash';
import { leafOf, rootThrough } from './merkle';

/**
 * What is signed once a day: the Merkle root over the heads of all cases that got events since the root before, which
 * `previous` names, and so over every head there ever was.
 */
export interface RootStatement {
  /** 1, 2, 3, … */
  readonly number: number;
  /** The day on which it was made. */
  readonly date: LocalDate;
  readonly sealedAt: Instant;
  readonly leaves: number;
  readonly root: string;
  /** The hash of the statement before; null for the first. */
  readonly previous: string | null;
}

export interface SignedRoot extends RootStatement {
  /** Ed25519 over the statement in the form of RFC 8785, base64url. */
  readonly signature: string;
  /** With what it is verified: SPKI, PEM. */
  readonly publicKey: string;
}

/** That the record of a case had this head when a root was made. */
export interface Inclusion {
  readonly case: string;
  readonly head: Head;
  readonly position: number;
  readonly path: readonly string[];
  readonly root: SignedRoot;
}

const statementOf = ({ number, date, sealedAt, leaves, root, previous }: RootStatement): string =>
  canonical({ number, date, sealedAt, leaves, root, previous });

/** What the next statement names as `previous`. */
export const hashOfStatement = (root: RootStatement): string => sha256(statementOf(root));

/** The leaf of a case: nobody learns the code of a case from it. */
export const leafOfCase = (caseCode: string, { seq, hash }: Head): string =>
  leafOf(canonical({ case: caseCode, hash, seq }));

/** @param key an Ed25519 private key. */
export const signed = (statement: RootStatement, key: KeyObject): SignedRoot => ({
  ...statement,
  signature: sign(null, Buffer.from(statementOf(statement)), key).toString('base64url'),
  publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
});

/** Whether the signature is that of the key which the root names. Whether that key is the service's, its readers know. */
export function isGenuine(root: SignedRoot): boolean {
  try {
    const key = createPublicKey(root.publicKey);
    return verify(null, Buffer.from(statementOf(root)), key, Buffer.from(root.signature, 'base64url'));
  } catch {
    // What is no key verifies nothing.
    return false;
  }
}

/** Whether a case had the head when the root was made. */
export const includes = ({ case: code, head, position, path, root }: Inclusion): boolean =>
  rootThrough(leafOfCase(code, head), position, root.leaves, path) === root.root;
