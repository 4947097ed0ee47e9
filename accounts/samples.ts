import { isOfAgency, OFFICE, type Role, roles } from '../domain/roles';
import { roleNames } from '../domain/words';
import type { Account, Accounts } from './index';

export interface SampleAccounts {
  readonly accounts: readonly Account[];
  /** Of the integration account; told only when this call made it, since nobody can read a key again. */
  readonly apiKey: string | undefined;
}

interface Sample {
  readonly mailbox: string;
  readonly role: Role;
  readonly agency: string | null;
}

/** People see these names, so they stand in their language; a sample is named after its role. */
const names: Record<Role, string> = { ...roleNames, submitter: 'Người dân' };

/**
 * One account for each role, and an officer and a head for each agency (`officer.<agency>@example.vn`), all with one
 * password; the machine has a key instead. Those that exist stay as they are. Throws in production: their password is known to whoever starts it.
 */
export async function createSampleAccounts(
  accounts: Accounts,
  { agencies, password }: { agencies: readonly string[]; password: string }
): Promise<SampleAccounts> {
  if (process.env.NODE_ENV === 'production') throw new Error('Sample accounts are refused in production');
  const found: Account[] = [];
  let apiKey: string | undefined;
  for (const { mailbox, role, agency } of samplesFor(agencies)) {
    const email = `${mailbox}@example.vn`;
    const name = names[role];
    const existing = await accounts.findAccountByEmail(email);
    const machine = role === 'integration';
    const account =
      existing ?? (await accounts.createAccount({ email, name, role, agency, ...(!machine && { password }) }));
    if (machine && existing === undefined)
      apiKey = (await accounts.createApiKey({ accountId: account.id, name, scopes: ['cases:submit', 'cases:read'] }))
        .key;
    found.push(account);
  }
  return { accounts: found, apiKey };
}

function samplesFor(agencies: readonly string[]): Sample[] {
  const single = roles.filter((role) => !isOfAgency(role));
  return [
    ...single.map((role) => ({
      mailbox: role === 'submitter' ? 'citizen' : role,
      role,
      agency: role === 'reception' ? OFFICE : null,
    })),
    ...agencies.flatMap((agency) => [
      { mailbox: `lead.${agency}`, role: 'agency_lead' as const, agency },
      { mailbox: `officer.${agency}`, role: 'agency_officer' as const, agency },
    ]),
  ];
}
