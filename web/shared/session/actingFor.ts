import { useSyncExternalStore } from 'react';
import { mayStandIn } from '../../generated/rules';
import type { Role } from '../api/types';

/** The header in which a delegate names the absent head (R10.3). */
export const ACTING_FOR = 'X-Acting-For';

/** Who may be named to stand in for an absent head. */
export const standIns: readonly Role[] = mayStandIn;

/** Who may see who stands in for whom, and end it. */
export const readsAbsences: readonly Role[] = [...standIns, 'admin'];

const KEPT = 'pakn.actingFor';
const listeners = new Set<() => void>();

/** The account of the absent head for whom this window acts; null where its person acts for themselves. */
export const actingFor = (): string | null => sessionStorage.getItem(KEPT);

/** The role in which somebody of this window acts: heads alone are stood in for. */
export const roleInCapacity = (own: Role, absent: string | null): Role => (absent === null ? own : 'agency_lead');

/** Begins to act for somebody, or ends it with null. */
export function actFor(absent: string | null): void {
  if (absent === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, absent);
  for (const tell of listeners) tell();
}

/** The same as `actingFor`, told anew when it changes. */
export const useActingFor = (): string | null =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, actingFor);
