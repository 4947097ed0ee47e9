import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Executor } from '../../db/database';
import { hold } from '../../db/locks';
import { providerTokens } from '../../db/schema/messages';
import type { Keyring } from '../../secrets/keyring';
import type { ZaloConfig } from './zaloConfig';
import { seal, unseal } from '../../secrets/sealed';
import { exchange } from './http';

const PROVIDER = 'zalo';

/** Renewed this long before it ends, in milliseconds. */
const MARGIN = 300_000;

const kept = z.object({ access: z.string(), refresh: z.string(), endsAt: z.number() });
type Kept = z.output<typeof kept>;

const renewed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

export interface ZaloTokens {
  /** A token that is good now; another one than `stale`, which was refused. Null where none can be had. */
  access(stale?: string): Promise<string | null>;
}

/**
 * The tokens of the official account. Each refresh token is good for one use: so one process renews at a time, and what
 * it was given is kept, encrypted, before anybody uses it.
 */
export function createZaloTokens(db: Database, keyring: Keyring, config: ZaloConfig): ZaloTokens {
  const goodOf = (tokens: Kept | null, stale?: string): string | null =>
    tokens !== null && tokens.access !== stale && tokens.endsAt - MARGIN > Date.now() ? tokens.access : null;

  async function read(executor: Executor): Promise<Kept | null> {
    const [row] = await executor.select().from(providerTokens).where(eq(providerTokens.provider, PROVIDER));
    return row === undefined ? null : kept.parse(JSON.parse(unseal(keyring, 'provider-tokens', row)));
  }

  async function renew(refresh: string): Promise<Kept | null> {
    const exchanged = await exchange(
      `${config.oauthUrl}/v4/oa/access_token`,
      {
        method: 'POST',
        headers: { secret_key: config.appSecret },
        body: new URLSearchParams({ refresh_token: refresh, app_id: config.appId, grant_type: 'refresh_token' }),
      },
      config.timeoutMillis
    );
    const given = exchanged.kind === 'answered' ? renewed.safeParse(exchanged.body) : null;
    if (given?.success !== true) return null;
    const { access_token: access, refresh_token: next, expires_in: seconds } = given.data;
    return { access, refresh: next, endsAt: Date.now() + seconds * 1_000 };
  }

  const renewKept = (stale?: string): Promise<string | null> =>
    db.transaction(async (tx) => {
      await hold(tx, 'zaloTokens');
      const current = await read(tx);
      const renewedMeanwhile = goodOf(current, stale);
      if (renewedMeanwhile !== null) return renewedMeanwhile;
      const tokens =
        (current === null ? null : await renew(current.refresh)) ??
        // An operator who signs in anew gives another first token; it is tried where the kept one has lapsed.
        (await renew(config.refreshToken));
      if (tokens === null) return null;
      const row = { provider: PROVIDER, ...seal(keyring, 'provider-tokens', JSON.stringify(tokens)) };
      await tx.insert(providerTokens).values(row).onConflictDoUpdate({ target: providerTokens.provider, set: row });
      return tokens.access;
    });

  /** A renewal holds a connection for as long as the provider takes: all who wait in this process wait for one. */
  let renewing: Promise<string | null> | undefined;

  return {
    async access(stale) {
      const known = goodOf(await read(db), stale);
      if (known !== null) return known;
      renewing ??= renewKept(stale).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}
