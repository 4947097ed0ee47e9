import { join } from 'node:path';
import { z } from 'zod';
import { flag, httpUrl, readEnvironment } from '../environment';

/** A bucket of an S3-compatible store. Without keys the client finds its own, such as a machine's role. */
export interface BucketConfig {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | null;
  /** Puts the bucket into the path instead of the host name, as most stores outside AWS want it. */
  readonly pathStyle: boolean;
  readonly keys: { readonly id: string; readonly secret: string } | null;
  /** How long it may keep silent before a try is given up. */
  readonly timeoutMillis: number;
}

export interface AttachmentsConfig {
  /** Where files arrive, and stay unless there is a bucket. */
  readonly dir: string;
  readonly bucket: BucketConfig | null;
  /** Uploads that one account may have waiting for an act. */
  readonly unusedPerAccount: number;
  /** Days after which an upload that no act has named is removed. */
  readonly unusedDays: number;
}

const count = (usual: number) => z.coerce.number().int().min(1).default(usual);

const environment = z
  .object({
    DATA_DIR: z.string().min(1).default('.data'),
    FILES_DIR: z.string().min(1).optional(),
    ATTACHMENTS_UNUSED_PER_ACCOUNT: count(100),
    ATTACHMENTS_UNUSED_DAYS: count(7),
    S3_BUCKET: z.string().min(3).optional(),
    S3_REGION: z.string().min(1).default('us-east-1'),
    S3_ENDPOINT: httpUrl.optional(),
    S3_PATH_STYLE: flag(true),
    S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    S3_TIMEOUT_SECONDS: count(30),
  })
  .refine((given) => (given.S3_ACCESS_KEY_ID === undefined) === (given.S3_SECRET_ACCESS_KEY === undefined), {
    path: ['S3_SECRET_ACCESS_KEY'],
    message: 'goes together with S3_ACCESS_KEY_ID',
  });

/**
 * Reads the environment; the keys of the bucket may be in files that `…_FILE` names.
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function attachmentsConfigFrom(env: NodeJS.ProcessEnv): AttachmentsConfig {
  const given = readEnvironment(environment, env, {
    complaint: 'Attachments are not configured',
    secrets: ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  });
  return {
    dir: given.FILES_DIR ?? join(given.DATA_DIR, 'files'),
    bucket: given.S3_BUCKET === undefined ? null : bucketOf(given, given.S3_BUCKET),
    unusedPerAccount: given.ATTACHMENTS_UNUSED_PER_ACCOUNT,
    unusedDays: given.ATTACHMENTS_UNUSED_DAYS,
  };
}

const bucketOf = (given: z.output<typeof environment>, bucket: string): BucketConfig => ({
  bucket,
  region: given.S3_REGION,
  endpoint: given.S3_ENDPOINT ?? null,
  pathStyle: given.S3_PATH_STYLE,
  keys:
    given.S3_ACCESS_KEY_ID === undefined || given.S3_SECRET_ACCESS_KEY === undefined
      ? null
      : { id: given.S3_ACCESS_KEY_ID, secret: given.S3_SECRET_ACCESS_KEY },
  timeoutMillis: given.S3_TIMEOUT_SECONDS * 1_000,
});
