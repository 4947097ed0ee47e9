import type { Role } from '../api/types';
import { roleInCapacity, useActingFor } from './actingFor';
import { useSession } from './session';

/** The role in which this window acts; undefined where nobody is signed in. */
export function useRole(): Role | undefined {
  const session = useSession();
  const absent = useActingFor();
  return session ? roleInCapacity(session.role, absent) : undefined;
}
