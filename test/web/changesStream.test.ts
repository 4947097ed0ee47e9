import { type Connection, hearChanges, type Told } from '../../web/shared/changesStream';

const OPEN = 1;
const CLOSED = 2;

/** A connection of a browser that does what it is told to. */
class Line implements Connection {
  onopen: Connection['onopen'] = null;
  onerror: Connection['onerror'] = null;
  readyState = 0;
  private hear: (event: { readonly data: string }) => void = () => {};
  addEventListener(_type: 'case', listener: (event: { readonly data: string }) => void) {
    this.hear = listener;
  }
  close() {
    this.readyState = CLOSED;
  }
  open() {
    this.readyState = OPEN;
    this.onopen?.(undefined as never);
  }
  /** Answered with something else than changes: a browser gives up then. */
  refuse() {
    this.readyState = CLOSED;
    this.onerror?.(undefined as never);
  }
  breakOff() {
    this.readyState = 0;
    this.onerror?.(undefined as never);
  }
  say(code: string) {
    this.hear({ data: JSON.stringify({ code, seq: 1 }) });
  }
}

let lines: Line[];
let told: Told[];
let hidden: boolean;

const latest = () => lines.at(-1)!;
const listen = () =>
  hearChanges(
    {
      connect: () => {
        lines.push(new Line());
        return latest();
      },
      isHidden: () => hidden,
    },
    (one) => told.push(one)
  );

beforeEach(() => {
  jest.useFakeTimers();
  [lines, told, hidden] = [[], [], false];
});

afterEach(() => {
  jest.useRealTimers();
});

test('R10.3: a refused connection is made anew, later from time to time, and then anything may have changed', () => {
  listen();
  latest().open();
  told = [];
  latest().breakOff();
  expect(lines.length).toBe(1);
  latest().refuse();
  jest.advanceTimersByTime(3_000);
  expect(lines.length).toBe(2);
  latest().refuse();
  jest.advanceTimersByTime(3_000);
  expect(lines.length).toBe(2);
  jest.advanceTimersByTime(3_000);
  expect(lines.length).toBe(3);
  latest().open();
  latest().say('A');
  expect(told).toEqual(['anything', { code: 'A', seq: 1 }]);
});

test('R10.3: what changed between the reading of a page and its connection is missed by nobody', () => {
  listen();
  expect(told).toEqual([]);
  latest().open();
  expect(told).toEqual(['anything']);
});

test('R10.3: whoever signs in again or has a line again need not wait for the next try', () => {
  const stream = listen();
  latest().refuse();
  stream.look();
  expect(lines.length).toBe(2);
  stream.look();
  expect(lines.length).toBe(2);
  jest.runAllTimers();
  expect(lines.length).toBe(2);
});

test('R10.3: a page that nobody sees takes no connection from those that somebody does', () => {
  hidden = true;
  const stream = listen();
  expect(lines.length).toBe(0);
  hidden = false;
  stream.look();
  latest().open();
  expect(told).toEqual(['anything']);
  hidden = true;
  stream.look();
  expect(latest().readyState).toBe(CLOSED);
  hidden = false;
  stream.look();
  latest().open();
  expect(told).toEqual(['anything', 'anything']);
});

test('a page that is left hears no more', () => {
  const stream = listen();
  latest().refuse();
  stream.end();
  jest.runAllTimers();
  expect(lines.length).toBe(1);
});
