import { z } from 'zod';
import { httpUrl, publicUrl, readEnvironment, text } from '../environment';
import { type AttemptLimits, usualLimits } from './attempts';
import { type RequestLimits, usualRequestLimits } from './limits';

/** The external provider of identities: the province's single sign-on, VNeID. */
export interface OidcConfig {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly label: string;
}

export interface AccountsConfig {
  /** Signs what sessions hold. At least 32 characters; changing it signs everybody out. */
  readonly secret: string;
  /** Where people reach the service, without a path. */
  readonly publicUrl: string;
  readonly production: boolean;
  readonly oidc?: OidcConfig;
  readonly limits: AttemptLimits;
  readonly requestLimits: RequestLimits;
}

const tries = (usual: number) => z.coerce.number().int().min(1).default(usual);

const environment = z.object({
  AUTH_SECRET: z.string().min(32),
  PUBLIC_URL: publicUrl,
  NODE_ENV: z.string().optional(),
  SIGN_IN_TRIES_PER_ACCOUNT: tries(usualLimits.perAccount),
  SIGN_IN_TRIES_PER_ADDRESS: tries(usualLimits.perAddress),
  SIGN_IN_WINDOW_SECONDS: tries(usualLimits.windowSeconds),
  PUBLIC_READS_PER_ADDRESS: tries(usualRequestLimits.publicReads),
  ROOT_READS_PER_ADDRESS: tries(usualRequestLimits.rootReads),
  SUBMISSIONS_PER_ACCOUNT: tries(usualRequestLimits.submissionsPerAccount),
  SUBMISSIONS_PER_ADDRESS: tries(usualRequestLimits.submissionsPerAddress),
  UPLOADED_MEGABYTES_PER_ADDRESS: tries(usualRequestLimits.megabytesPerAddress),
  SUBMISSIONS_PER_RECIPIENT: tries(usualRequestLimits.submissionsPerRecipient),
  PRINTS_PER_SUBMITTER: tries(usualRequestLimits.printsPerSubmitter),
});

const oidcEnvironment = z
  .object({
    OIDC_DISCOVERY_URL: httpUrl.optional(),
    OIDC_ISSUER: httpUrl.optional(),
    OIDC_CLIENT_ID: text,
    OIDC_CLIENT_SECRET: text,
    OIDC_LABEL: text.default('Single sign-on'),
  })
  .transform(({ OIDC_DISCOVERY_URL, OIDC_ISSUER, ...rest }, context) => {
    const issuer = OIDC_ISSUER?.replace(/\/$/, '');
    const discoveryUrl = OIDC_DISCOVERY_URL ?? (issuer && `${issuer}/.well-known/openid-configuration`);
    if (discoveryUrl === undefined) {
      context.addIssue({ code: 'custom', path: ['OIDC_DISCOVERY_URL'], message: 'or OIDC_ISSUER is missing' });
      return z.NEVER;
    }
    return {
      discoveryUrl,
      clientId: rest.OIDC_CLIENT_ID,
      clientSecret: rest.OIDC_CLIENT_SECRET,
      label: rest.OIDC_LABEL,
    };
  });

const configured = { complaint: 'Accounts are not configured', secrets: ['AUTH_SECRET', 'OIDC_CLIENT_SECRET'] };

/**
 * Reads the configuration; `X_FILE` names a file that holds X, as container platforms hand over secrets.
 * Throws with the name of every variable that is missing or wrong, never with its value.
 */
export function accountsConfigFrom(env: NodeJS.ProcessEnv): AccountsConfig {
  const base = readEnvironment(environment, env, configured);
  const wantsOidc = Object.keys(env).some((key) => key.startsWith('OIDC_') && env[key] !== '');
  return {
    secret: base.AUTH_SECRET,
    publicUrl: base.PUBLIC_URL,
    production: base.NODE_ENV === 'production',
    limits: {
      perAccount: base.SIGN_IN_TRIES_PER_ACCOUNT,
      perAddress: base.SIGN_IN_TRIES_PER_ADDRESS,
      windowSeconds: base.SIGN_IN_WINDOW_SECONDS,
    },
    requestLimits: {
      publicReads: base.PUBLIC_READS_PER_ADDRESS,
      rootReads: base.ROOT_READS_PER_ADDRESS,
      submissionsPerAccount: base.SUBMISSIONS_PER_ACCOUNT,
      submissionsPerAddress: base.SUBMISSIONS_PER_ADDRESS,
      megabytesPerAddress: base.UPLOADED_MEGABYTES_PER_ADDRESS,
      submissionsPerRecipient: base.SUBMISSIONS_PER_RECIPIENT,
      printsPerSubmitter: base.PRINTS_PER_SUBMITTER,
    },
    ...(wantsOidc && { oidc: readEnvironment(oidcEnvironment, env, configured) }),
  };
}
