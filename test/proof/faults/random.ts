/** Chance that repeats itself: the same seed gives the same choices. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** @throws Error where there is nothing to pick from. */
  pick<T>(from: readonly T[]): T;
  /** Another one, told apart by a name. */
  branch(name: string): Chance;
}

/** Mulberry32: good enough to choose by, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[below(from.length)]!;
    },
    branch: (name) =>
      chanceOf(
        Array.from(name, (letter) => letter.charCodeAt(0)).reduce(
          (hash, code) => Math.imul(hash ^ code, 0x01000193),
          seed
        )
      ),
  };
}
