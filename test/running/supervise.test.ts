import { EventEmitter, once } from 'node:events';
import type { Server } from '../../embedded/server';
import { supervise } from '../../embedded/supervise';

/** A server that ends when it is told to, or by itself. */
class Running extends EventEmitter implements Server {
  readonly pid = 0;
  readonly exited = once(this, 'end').then(() => 'it has ended');
  stopped = false;

  stop(): Promise<void> {
    this.stopped = true;
    this.emit('end');
    return Promise.resolve();
  }
}

test('what begins again while all is being stopped is stopped too', async () => {
  const [first, second] = [new Running(), new Running()];
  const steps = new EventEmitter();
  const [begins, ready] = [once(steps, 'begins'), once(steps, 'ready')];
  const starts = [
    () => Promise.resolve(first),
    async () => {
      steps.emit('begins');
      await ready;
      return second;
    },
  ];
  const { stop } = await supervise(
    'the server',
    () => starts.shift()!(),
    () => undefined
  );
  first.emit('end');
  await begins;
  const stopped = stop();
  steps.emit('ready');
  await stopped;
  expect(second.stopped).toBe(true);
});

test('nobody waits for what cannot start once all is being stopped', async () => {
  const first = new Running();
  const log = new EventEmitter();
  const failed = once(log, 'the server cannot start yet: Error: no room');
  let starts = 0;
  const start = () => (++starts === 1 ? Promise.resolve(first) : Promise.reject(new Error('no room')));
  const { stop } = await supervise('the server', start, (line) => log.emit(line));
  first.emit('end');
  await failed;
  await stop();
  expect(starts).toBe(2);
});
