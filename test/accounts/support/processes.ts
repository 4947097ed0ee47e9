import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A child process that has said it is ready. */
export interface Running<Message> {
  readonly ready: Message;
  /** The next message of the kind, in the order of arrival. */
  next(kind: string): Promise<Message>;
  stop(): Promise<void>;
}

/** Starts a file of this folder with the environment added to ours; rejects when it ends or says that it failed. */
export async function startProcess<Message extends { readonly kind: string }>(
  file: string,
  env: Record<string, string>
): Promise<Running<Message>> {
  const child = fork(join(__dirname, file), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    // Refusals that a test provokes are told on stderr: `DEBUG=1` shows them.
    stdio: [...Array<'inherit' | 'ignore'>(3).fill(process.env.DEBUG === undefined ? 'ignore' : 'inherit'), 'ipc'],
  });
  const next = mailbox<Message>(child, file);
  const stop = async () => {
    if (hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  try {
    return { ready: await next('ready'), next, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

function mailbox<Message extends { readonly kind: string }>(child: ChildProcess, file: string) {
  const arrived: Message[] = [];
  const take = (kind: string) => {
    const index = arrived.findIndex((message) => message.kind === kind);
    return index === -1 ? undefined : arrived.splice(index, 1)[0];
  };
  child.on('message', (message) => arrived.push(message as Message));
  return async (kind: string): Promise<Message> => {
    for (;;) {
      const message = take(kind);
      if (message !== undefined) return message;
      const failure = take('failed');
      if (failure !== undefined) throw new Error(`${file}: ${JSON.stringify(failure)}`);
      if (hasEnded(child)) throw new Error(`${file} ended with ${child.exitCode ?? child.signalCode}`);
      await Promise.race([once(child, 'message'), once(child, 'exit')]);
    }
  };
}
