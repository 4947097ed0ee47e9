import Provider from 'oidc-provider';

/**
 * An OpenID Connect provider as a process of its own. Whoever `login_hint` names is signed in without a page;
 * the claims try what a provider must not be able to do.
 */
const people: Record<string, object> = {
  newcomer: { email: 'newcomer@example.vn', email_verified: true, name: 'Người dân', role: 'admin', agency: 'so-y-te' },
  head: { email: 'lead.so-y-te@example.vn', email_verified: true, name: 'Lãnh đạo đơn vị', role: 'admin' },
  impostor: { email: 'admin@example.vn', email_verified: false, name: 'Quản trị viên' },
  squatter: { email: 'mailbox.owner@example.vn', email_verified: false, name: 'Người dân' },
  disguised: { email: 'disguised@example.vn', email_verified: true, name: 'Người \u202edân' },
  nameless: { email: 'nameless@example.vn', email_verified: true },
  addressless: { email: 'no address\u202e@example.vn', email_verified: true, name: 'Người dân' },
  namesake: { email: 'unproven@example.vn', email_verified: true, name: 'Người dân' },
};

const { PORT, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI } = process.env;

const provider = new Provider(`http://127.0.0.1:${PORT ?? ''}`, {
  clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [REDIRECT_URI] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'role', 'agency'] },
  findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
});

provider.use(async (context, next) => {
  if (!context.path.startsWith('/interaction/')) return next();
  const { prompt, params, session } = await provider.interactionDetails(context.req, context.res);
  const answer =
    prompt.name === 'login'
      ? { login: { accountId: params.login_hint } }
      : { consent: { grantId: await grant(session?.accountId, params.client_id, params.scope) } };
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, answer, { mergeWithLastSubmission: true });
});

function grant(accountId: string | undefined, clientId: string, scope: string): Promise<string> {
  const granted = new provider.Grant({ accountId, clientId });
  granted.addOIDCScope(scope);
  return granted.save();
}

provider.listen(Number(PORT), '127.0.0.1', () => process.send?.({ kind: 'ready' }));
