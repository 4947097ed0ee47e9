import type { ISql } from 'postgres';

/** Whether anybody waits for a lock that a connection's transaction holds; asked on that connection. */
export async function waitingFor(holder: ISql): Promise<boolean> {
  const waiting =
    await holder`select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return waiting.length > 0;
}
