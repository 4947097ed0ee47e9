import { z } from 'zod';
import { isOfAgency, OFFICE, type Role, roles } from '../domain/roles';
import { scopes } from '../http/scopes';

/** Control, formatting and bidirectional characters disguise one name as another and forge lines of logs. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** Letters of these look like Latin ones; in one name with them they disguise it as another. */
const lookalike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const latin = /\p{Script=Latin}/u;

export const email = z.string().meta({ format: 'email', maxLength: 254 }).trim().toLowerCase().pipe(z.email().max(254));
const line = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(200)
  .refine((text) => !hidden.test(text), { error: 'contains invisible characters' });
export const name = line.refine((text) => !(latin.test(text) && lookalike.test(text)), {
  error: 'mixes letters of several alphabets',
});
const SHORTEST_PASSWORD = 10;
const newPassword = z
  .string()
  .max(128)
  .refine((password) => password.length >= SHORTEST_PASSWORD, {
    error: `is shorter than ${String(SHORTEST_PASSWORD)} characters`,
    params: { code: 'tooShort' },
  })
  .meta({ minLength: SHORTEST_PASSWORD });
const agency = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const role = z.enum(roles);

/** A path of ours: a scheme, a host or a browser's reading of `\` as `/` would lead elsewhere. */
const ownPath = z.string().regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,1000}$/);

export const signInInput = z.strictObject({ email, password: z.string().min(1).max(128) });
export const signUpInput = z.strictObject({ email, name, password: newPassword });
export const forgotPasswordInput = z.strictObject({ email });

/** What is said of a link for a password that works no more, or never did. */
export const spentLink = { code: 'invalid_or_expired', message: 'was used, has expired or never existed' };
const LINK_TOKEN = /^[\w-]{1,200}$/;
/** What such a link ends in; where that was spoilt on the way, the link is as good as spent. */
const linkToken = z
  .string()
  .refine((token) => LINK_TOKEN.test(token), { error: spentLink.message, params: { code: spentLink.code } })
  .meta({ pattern: LINK_TOKEN.source });
export const resetPasswordInput = z.strictObject({ token: linkToken, password: newPassword });
export const oidcStartInput = z.object({ returnTo: ownPath.default('/') });

/** R10.3: agency roles name their agency, reception belongs to the Office, nobody else has a unit. */
function agencyFits(unit: { role: Role; agency: string | null }): boolean {
  if (isOfAgency(unit.role)) return unit.agency !== null;
  return unit.agency === (unit.role === 'reception' ? OFFICE : null);
}
const misfit = { path: ['agency'], error: 'does not fit the role', params: { code: 'misfit' } };

const newPerson = z.strictObject({ email, name, role, agency: agency.nullable().default(null) });

/** What an administrator gives for a new account. Its owner sets the password, by "forgot password" or by a link. */
export const newAccountInput = newPerson.refine(agencyFits, misfit);

/** What the service itself gives: its sample accounts come with a password. */
export const vouchedAccountInput = newPerson.extend({ password: newPassword.optional() }).refine(agencyFits, misfit);

/** Role and agency change together, since one must fit the other; what is left out stays as it is. */
export const accountChangeInput = z
  .strictObject({ name: name.optional(), role: role.optional(), agency: agency.nullable().optional() })
  .refine(
    (given) =>
      given.role === undefined || given.agency === undefined
        ? given.role === given.agency
        : agencyFits({ role: given.role, agency: given.agency }),
    misfit
  );

export const newKeyInput = z.strictObject({
  name: name.max(100),
  scopes: z.array(z.enum(scopes)).max(scopes.length).default([]),
});

export const accountListInput = z.object({
  role: role.optional(),
  agency: agency.optional(),
  disabled: z.enum(['true', 'false']).optional(),
  q: line.optional().describe('Part of a name or an e-mail'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type NewAccount = z.input<typeof vouchedAccountInput>;
export type NewKey = z.input<typeof newKeyInput>;
