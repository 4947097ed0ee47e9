import { z } from 'zod';
import { flag, readEnvironment } from '../environment';
import { tolerance, type ZaloWebhook } from '../messages/zaloWebhook';

/** A mailbox from which messages are taken in. */
export interface ImapConfig {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly mailbox: string;
}

export interface IntakeConfig {
  readonly zalo: ZaloWebhook | null;
  readonly imap: ImapConfig | null;
  /** Our own addresses, in lower case. */
  readonly ownAddresses: readonly string[];
  readonly maxBytes: number;
}

const together = (names: readonly string[]) => `go together: ${names.join(', ')}`;

const environment = z
  .object({
    ZALO_WEBHOOK_APP_ID: z.string().min(1).optional(),
    ZALO_WEBHOOK_SECRET: z.string().min(8).optional(),
    ZALO_WEBHOOK_TOLERANCE_SECONDS: tolerance,
    INTAKE_IMAP_HOST: z.string().min(1).optional(),
    INTAKE_IMAP_PORT: z.coerce.number().int().min(1).max(65_535).default(993),
    INTAKE_IMAP_TLS: flag(true),
    INTAKE_IMAP_USER: z.string().min(1).optional(),
    INTAKE_IMAP_PASSWORD: z.string().min(1).optional(),
    INTAKE_IMAP_MAILBOX: z.string().min(1).default('INBOX'),
    INTAKE_OWN_ADDRESSES: z.string().default(''),
    INTAKE_MAX_BYTES: z.coerce
      .number()
      .int()
      .min(1)
      .default(40 * 1024 * 1024),
  })
  .refine((given) => (given.ZALO_WEBHOOK_APP_ID === undefined) === (given.ZALO_WEBHOOK_SECRET === undefined), {
    path: ['ZALO_WEBHOOK_SECRET'],
    message: together(['ZALO_WEBHOOK_APP_ID', 'ZALO_WEBHOOK_SECRET']),
  });

/**
 * Reads the environment; secrets may be in files that `…_FILE` names.
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function intakeConfigFrom(env: NodeJS.ProcessEnv): IntakeConfig {
  const given = readEnvironment(environment, env, {
    complaint: 'Intake is not configured',
    secrets: ['ZALO_WEBHOOK_SECRET', 'INTAKE_IMAP_PASSWORD'],
  });
  const { ZALO_WEBHOOK_APP_ID: appId, ZALO_WEBHOOK_SECRET: secret } = given;
  const { INTAKE_IMAP_HOST: host, INTAKE_IMAP_USER: user, INTAKE_IMAP_PASSWORD: password } = given;
  return {
    zalo:
      appId === undefined || secret === undefined
        ? null
        : { appId, secret, tolerance: given.ZALO_WEBHOOK_TOLERANCE_SECONDS },
    imap:
      host === undefined || user === undefined || password === undefined
        ? null
        : {
            host,
            port: given.INTAKE_IMAP_PORT,
            secure: given.INTAKE_IMAP_TLS,
            user,
            password,
            mailbox: given.INTAKE_IMAP_MAILBOX,
          },
    ownAddresses: given.INTAKE_OWN_ADDRESSES.split(',')
      .map((address) => address.trim().toLowerCase())
      .filter((address) => address !== ''),
    maxBytes: given.INTAKE_MAX_BYTES,
  };
}
