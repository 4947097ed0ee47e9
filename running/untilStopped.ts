/**
 * Starts a process's work and stops it in order when the process is told to end: by SIGINT, by SIGTERM, or because the
 * parent that started it is gone. What fails is told, and ends the process with a code of its own.
 */
export function runUntilStopped(start: () => Promise<() => Promise<void>>): void {
  const started = start();
  let stopping = false;

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    started.then((stopWork) => stopWork()).then(() => process.exit(0), fail);
  };

  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  started.catch(fail);
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}
