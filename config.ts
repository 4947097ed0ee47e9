import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readEnvironment } from './environment';
import { parseKeyring, type Keyring } from './secrets/keyring';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TASK_QUEUE: z.string().min(1).default('cases'),
  /** `id:base64` of 32 bytes, the current key first; older ones follow after commas. */
  PAYLOAD_KEYS: z.string().min(1).transform(asKeyring),
  /** An Ed25519 private key (PKCS #8: PEM, or DER in base64) that signs the daily roots of the record. */
  RECORD_KEY: z.string().min(1).transform(asSigningKey).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** What Prometheus brings as a bearer token; without it `/metrics` answers to this machine alone. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where a worker answers Prometheus, such as `127.0.0.1:9464`; without it it does not. */
  WORKER_METRICS_ADDRESS: z
    .string()
    .regex(/^[\w.:[\]-]+:\d{1,5}$/)
    .optional(),
  /** Proxies whose `X-Forwarded-For` is believed: how many stand before the service, or their addresses, such as `loopback, 10.0.0.0/8`. */
  TRUST_PROXY: z
    .string()
    .trim()
    .min(1)
    .transform((text) => (/^\d+$/.test(text) ? Number(text) : text))
    .optional(),
  /** Begins the codes of cases, such as the short name of the province. */
  CASE_PREFIX: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .default('PAKN'),
  /** The body above those that issue documents, and where they have their seat, as the head of a document has them. */
  ISSUER_SUPERIOR: z.string().trim().min(1).optional(),
  ISSUER_PLACE: z.string().trim().min(1).optional(),
  /** Seconds that a day lasts on the training clock. */
  TRAINING_DAY_SECONDS: z.coerce.number().positive().max(86_400).optional(),
  /** How many cases a worker keeps in memory; without it as many as its heap has room for, by the SDK's reckoning. */
  CASES_IN_MEMORY: z.coerce.number().int().min(2).optional(),
  /** The workflows, bundled beforehand (`npm run build` puts them beside the worker); without them the worker bundles at start. */
  WORKFLOW_BUNDLE: z.string().optional(),
  /** Names the deployed code, where Temporal's worker versioning is used. */
  BUILD_ID: z.string().optional(),
});

export interface Config {
  readonly production: boolean;
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly keyring: Keyring;
  readonly recordKey: KeyObject | null;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  readonly workerMetricsAddress: string | null;
  readonly trustedProxies: string | number | null;
  readonly casePrefix: string;
  readonly issuer: { readonly superior: string | null; readonly place: string | null };
  readonly trainingDaySeconds: number | null;
  readonly casesInMemory: number | null;
  readonly workflowBundle: string | null;
  readonly buildId: string | null;
}

/**
 * Reads the environment, except what Temporal's and the accounts' own readers take from it. `PAYLOAD_KEYS_FILE`, `DATABASE_URL_FILE`, `RECORD_KEY_FILE` and `METRICS_TOKEN_FILE` name files that hold the secret.
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function configFrom(env: NodeJS.ProcessEnv): Config {
  const given = readEnvironment(environment, env, {
    complaint: 'The environment has faults',
    secrets: ['PAYLOAD_KEYS', 'DATABASE_URL', 'RECORD_KEY', 'METRICS_TOKEN'],
  });
  const production = given.NODE_ENV === 'production';
  if (production && given.TRAINING_DAY_SECONDS !== undefined)
    throw new Error('TRAINING_DAY_SECONDS is refused in production: deadlines there follow the real clock');
  return {
    production,
    databaseUrl: given.DATABASE_URL,
    taskQueue: given.TASK_QUEUE,
    keyring: given.PAYLOAD_KEYS,
    recordKey: given.RECORD_KEY ?? null,
    host: given.HOST,
    port: given.PORT,
    logLevel: given.LOG_LEVEL,
    metricsToken: given.METRICS_TOKEN ?? null,
    workerMetricsAddress: given.WORKER_METRICS_ADDRESS ?? null,
    trustedProxies: given.TRUST_PROXY ?? null,
    casePrefix: given.CASE_PREFIX,
    issuer: { superior: given.ISSUER_SUPERIOR ?? null, place: given.ISSUER_PLACE ?? null },
    trainingDaySeconds: given.TRAINING_DAY_SECONDS ?? null,
    casesInMemory: given.CASES_IN_MEMORY ?? null,
    workflowBundle: given.WORKFLOW_BUNDLE ?? null,
    buildId: given.BUILD_ID ?? null,
  };
}

function asKeyring(text: string, context: z.RefinementCtx): Keyring {
  try {
    return parseKeyring(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
}

function asSigningKey(text: string, context: z.RefinementCtx): KeyObject {
  try {
    const key = createPrivateKey(
      text.startsWith('-----') ? text : { key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }
    );
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, without what the text was.
  }
  context.addIssue({ code: 'custom', message: 'is no Ed25519 private key' });
  return z.NEVER;
}
