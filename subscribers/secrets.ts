import type { Executor } from '../db/database';
import { secretsOf } from '../db/subscribers';
import { unseal } from '../secrets/sealed';
import type { Keyring } from '../secrets/keyring';

/** The secrets that sign what a subscriber is sent now, the newest first. */
export async function openSecrets(db: Executor, keyring: Keyring, subscriber: string): Promise<string[]> {
  const kept = await secretsOf(db, subscriber, new Date());
  return kept.map((secret) => unseal(keyring, 'subscriber-secrets', secret));
}
