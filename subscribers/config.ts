import { z } from 'zod';
import { publicUrl, readEnvironment } from '../environment';
import { parseNetworks, type AddressPolicy } from './addresses';

export interface SubscribersConfig {
  readonly policy: AddressPolicy;
  /** Where people reach the service: the `source` of its events. */
  readonly source: string;
  readonly timeoutMillis: number;
  /** How long each further try of a message waits after the one before, in milliseconds. */
  readonly retryDelays: readonly number[];
}

/** At once, then over three days: as the Standard Webhooks specification recommends. */
const usualDelays = '5,300,1800,7200,18000,36000,50400,72000,86400';

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PUBLIC_URL: publicUrl,
  /** Networks beside the public internet in which subscribers may stand, as CIDRs after commas. */
  WEBHOOK_ALLOWED_NETWORKS: z.string().default('').transform(asNetworks),
  WEBHOOK_TIMEOUT_SECONDS: z.coerce.number().positive().max(60).default(15),
  WEBHOOK_RETRY_SECONDS: z
    .string()
    .default(usualDelays)
    .transform((list) => list.split(',').map(Number))
    .pipe(z.array(z.number().nonnegative().max(604_800)).min(1).max(50)),
});

/** @throws Error naming each variable that is missing or wrong. */
export function subscribersConfigFrom(env: NodeJS.ProcessEnv): SubscribersConfig {
  const given = readEnvironment(environment, env, { complaint: 'Subscribers are not configured' });
  return {
    policy: { allowedNetworks: given.WEBHOOK_ALLOWED_NETWORKS, plainHttp: given.NODE_ENV !== 'production' },
    source: given.PUBLIC_URL,
    timeoutMillis: given.WEBHOOK_TIMEOUT_SECONDS * 1_000,
    retryDelays: given.WEBHOOK_RETRY_SECONDS.map((seconds) => seconds * 1_000),
  };
}

function asNetworks(text: string, context: z.RefinementCtx): ReturnType<typeof parseNetworks> {
  try {
    return parseNetworks(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
}
