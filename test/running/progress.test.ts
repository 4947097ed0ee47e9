import { expect, jest, test } from '@jest/globals';
import { toldWhile } from '../../embedded/progress';

test('what takes long tells every half minute that it goes on, and no more once it has ended', async () => {
  jest.useFakeTimers();
  try {
    const lines: string[] = [];
    let end: (() => void) | undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const work = toldWhile(
      'downloading temporal',
      (line) => lines.push(line),
      () => ended
    );
    jest.advanceTimersByTime(70_000);
    expect(lines).toEqual(['still downloading temporal (30 s)', 'still downloading temporal (60 s)']);
    end!();
    await work;
    jest.advanceTimersByTime(70_000);
    expect(lines).toHaveLength(2);
  } finally {
    jest.useRealTimers();
  }
});
