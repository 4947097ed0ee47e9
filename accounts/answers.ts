import { z } from 'zod';
import { roles } from '../domain/roles';
import { scopes } from '../http/scopes';

const moment = z.iso.datetime();
const agency = z.string().nullable();

export const accountAnswer = z
  .object({
    id: z.uuid(),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    role: z.enum(roles),
    agency,
    disabled: z.boolean(),
    createdAt: moment,
  })
  .meta({ id: 'Account' });

export const readAccountAnswer = accountAnswer
  .extend({ lockedUntil: moment.nullable().describe('Too many wrong passwords were tried: no sign-in until then') })
  .meta({ id: 'AccountWithLock' });

export const passwordLinkAnswer = z
  .object({
    url: z.string().describe('Opens the page on which the owner sets a password, once; told this once'),
    expiresAt: moment,
  })
  .meta({ id: 'PasswordLink' });

export const accountPage = z
  .object({
    accounts: z.array(accountAnswer),
    next: z.uuid().nullable().describe('The `after` of the next page; null on the last'),
  })
  .meta({ id: 'AccountPage' });

export const principalAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    agency,
    via: z.enum(['session', 'apiKey']),
    scopes: z.array(z.enum(scopes)).optional().describe('What an API key is good for'),
  })
  .meta({ id: 'Principal' });

export const signedInAnswer = z
  .object({
    token: z.string().describe('Sent as `Authorization: Bearer`; browsers get a cookie beside it'),
    account: principalAnswer,
  })
  .meta({ id: 'SignedIn' });

const keyAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: moment,
    endedAt: moment.nullable(),
    lastUsedAt: moment.nullable().describe('To the minute'),
  })
  .meta({ id: 'ApiKey' });

export const newKeyAnswer = keyAnswer
  .extend({ key: z.string().describe('Sent as `X-Api-Key`; told this once') })
  .meta({ id: 'NewApiKey' });

export const keyList = z.object({ keys: z.array(keyAnswer) }).meta({ id: 'ApiKeyList' });

export const methodsAnswer = z
  .object({
    password: z.literal(true),
    oidc: z
      .object({ label: z.string(), start: z.string() })
      .nullable()
      .describe('null where no external provider is configured'),
  })
  .meta({ id: 'SignInMethods' });
