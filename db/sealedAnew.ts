import { eq, inArray } from 'drizzle-orm';
import type { Executor } from './database';
import { providerTokens } from './schema/messages';
import { subscriberSecrets } from './schema/subscribers';
import type { Keyring } from '../secrets/keyring';
import { seal, unseal } from '../secrets/sealed';

/** What is kept sealed for longer than a link works. */
const kept = [
  { table: subscriberSecrets, use: 'subscriber-secrets' },
  { table: providerTokens, use: 'provider-tokens' },
] as const;

/**
 * Seals under the current key what is kept under another one that is still there, so that the others can be taken away.
 * What changed meanwhile stays as it is.
 */
export async function sealAnew(db: Executor, keyring: Keyring): Promise<void> {
  const others = Object.keys(keyring.keys).filter((id) => id !== keyring.current);
  for (const { table, use } of kept)
    for (const row of await db.select().from(table).where(inArray(table.keyId, others)))
      await db
        .update(table)
        .set(seal(keyring, use, unseal(keyring, use, row)))
        .where(eq(table.sealed, row.sealed));
}
