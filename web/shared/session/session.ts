import { queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { api } from '../api/client';
import { dataOf } from '../api/problem';
import { queryClient } from '../api/queryClient';
import type { Principal, Role } from '../api/types';
import { forgetDrafts } from '../forms/drafts';
import { actFor, actingFor, roleInCapacity } from './actingFor';

/** Scripts cannot read the session's cookie: this says whether asking who is signed in makes sense. */
const HINT = 'pakn.mayBeSignedIn';

/** The person of the session; null where there is none. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async (): Promise<Principal | null> => {
    if (localStorage.getItem(HINT) === null) return null;
    const { data, error, response } = await api.GET('/v1/auth/me');
    if (response.status !== 401) return dataOf(Promise.resolve({ data, error }));
    localStorage.removeItem(HINT);
    return null;
  },
});

/** Who is signed in; undefined until that is known. */
export const useSession = (): Principal | null | undefined => useQuery(sessionQuery).data;

/** Takes note of a session that has begun. What the person before saw is forgotten. */
export function beginSession(principal: Principal): void {
  localStorage.setItem(HINT, 'yes');
  if (queryClient.getQueryData(sessionQuery.queryKey)?.id !== principal.id) forgetWhatWasSeen();
  queryClient.setQueryData(sessionQuery.queryKey, principal);
}

/** A provider of identities leads back to a page of ours without saying how it went. */
export function expectSession(): void {
  localStorage.setItem(HINT, 'yes');
}

/** Ends the session. What a submitter has not sent is forgotten too: their browser may be another's tomorrow. */
export async function endSession(principal: Principal): Promise<void> {
  await dataOf(api.POST('/v1/auth/sign-out'));
  if (principal.role === 'submitter') forgetDrafts(`${principal.id}.`);
  localStorage.removeItem(HINT);
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
