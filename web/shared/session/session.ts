import { queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { api } from '../api/client';
import { dataOf } from '../api/problem';
import { queryClient } from '../api/queryClient';
import type { Principal, Role } from '../api/types';
import { forgetDrafts } from '../forms/drafts';
import { actFor, actingFor, roleInCapacity } from './actingFor';

/**
 * Scripts cannot read the session's cookie: under this name each window of the browser finds the account whose session
 * it is, or one of the two words below; nothing where nobody is signed in.
 */
export const HOLDER = 'pakn.mayBeSignedIn';
/** A provider of identities will lead back. */
export const EXPECTED = 'yes';
/** The session has ended without anybody ending it. */
export const EXPIRED = 'expired';

/** The person of the session; null where there is none. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async (): Promise<Principal | null> => {
    const holder = localStorage.getItem(HOLDER);
    if (holder === null || holder === EXPIRED) return null;
    const principal = await personOfCookie();
    if (principal !== null) localStorage.setItem(HOLDER, principal.id);
    // Who is with a provider of identities in another window has no session yet.
    else if (holder !== EXPECTED && localStorage.getItem(HOLDER) === holder) localStorage.setItem(HOLDER, EXPIRED);
    return principal;
  },
});

async function personOfCookie(): Promise<Principal | null> {
  const { data, error, response } = await api.GET('/v1/auth/me');
  return response.status === 401 ? null : dataOf(Promise.resolve({ data, error }));
}

/** Who is signed in; undefined until that is known. */
export const useSession = (): Principal | null | undefined => useQuery(sessionQuery).data;

/** Takes note of a session that has begun. What the person before saw is forgotten. */
export function beginSession(principal: Principal): void {
  localStorage.setItem(HOLDER, principal.id);
  if (queryClient.getQueryData(sessionQuery.queryKey)?.id !== principal.id) forgetWhatWasSeen();
  queryClient.setQueryData(sessionQuery.queryKey, principal);
}

/** A provider of identities leads back to a page of ours without saying how it went. */
export function expectSession(): void {
  localStorage.setItem(HOLDER, EXPECTED);
}

/**
 * Ends the session. What a submitter has not sent is forgotten too: their browser may be another's tomorrow. Whose session
 * had ended before signs out to sign in again, and finds it then.
 */
export async function endSession(principal: Principal): Promise<void> {
  const wasLive = (await personOfCookie())?.id === principal.id;
  await dataOf(api.POST('/v1/auth/sign-out'));
  if (wasLive && principal.role === 'submitter') forgetDrafts(`${principal.id}.`);
  localStorage.removeItem(HOLDER);
  forgetWhatWasSeen();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

const forgetWhatWasSeen = () => {
  actFor(null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
};

/** For `beforeLoad` of a route: lets in who acts in one of the roles, or in any where none is named. */
export const onlyFor =
  (...roles: readonly Role[]) =>
  async ({ location }: { location: { href: string } }): Promise<{ principal: Principal }> => {
    const principal = await queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (principal === null) {
      throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
    }
    if (roles.length > 0 && !roles.includes(roleInCapacity(principal.role, actingFor()))) throw new NotForYou();
    return { principal };
  };

/** The page is for other roles. */
export class NotForYou extends Error {}
