import { appendFileSync } from 'node:fs';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/*
 * Loaded into a process and each of its threads before their own code. At SIGUSR2 each throws away what nobody needs,
 * and the bytes of all heaps that are still in use become a line of the file that `MEMORY_FILE` names.
 */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const channel = new BroadcastChannel('memory');
channel.unref();

function used() {
  collect();
  return getHeapStatistics().used_heap_size;
}

if (isMainThread) askAll();
else {
  channel.onmessage = ({ data }) => {
    if (data === 'how much?') channel.postMessage({ threadId, bytes: used() });
  };
  channel.postMessage({ threadId, bytes: 0 });
}

function askAll() {
  const threads = new Set();
  let open = new Set();
  let sum = 0;
  channel.onmessage = ({ data }) => {
    threads.add(data.threadId);
    if (open.delete(data.threadId)) add(data.bytes);
  };
  process.on('SIGUSR2', () => {
    open = new Set(threads);
    sum = 0;
    channel.postMessage('how much?');
    add(used());
  });

  function add(bytes) {
    sum += bytes;
    if (open.size === 0) appendFileSync(process.env.MEMORY_FILE, `${String(sum)}\n`);
  }
}
