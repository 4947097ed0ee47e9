import type { ISql } from 'postgres';

/**
 * How many wait for a lock that a connection's transaction holds, or behind somebody who does; asked on that connection.
 */
export async function waitersFor(holder: ISql): Promise<number> {
  const waiters = await holder`
    with recursive waiting (pid) as (
      select pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))
      union
      select pg_locks.pid from pg_locks join waiting on waiting.pid = any (pg_blocking_pids(pg_locks.pid)) where not granted
    )
    select from waiting`;
  return waiters.length;
}

/** Whether anybody waits for a lock that a connection's transaction holds; asked on that connection. */
export const waitingFor = async (holder: ISql): Promise<boolean> => (await waitersFor(holder)) > 0;
