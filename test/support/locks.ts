import type { ISql } from 'postgres';

/** Whether anybody waits for a lock that a connection's transaction holds; asked on that connection. */
export async function waitingFor(holder: ISql): Promise<boolean> {
  const waiting =
    await holder`select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return waiting.length > 0;
}

/** How many connections to the database wait for any lock, be it that of another who waits. */
export async function lockedOut(holder: ISql): Promise<number> {
  const waiting =
    await holder`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length;
}
