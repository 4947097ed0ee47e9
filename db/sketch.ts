import { createHash } from 'node:crypto';
import { fold } from './fold';

/** How many fingerprints a text keeps: enough that two versions of one petition share some, few enough for a lookup. */
const FINGERPRINTS = 24;

/** Three syllables in a row say more than a word of the office, and survive when sentences are moved around. */
const SYLLABLES = 3;

/**
 * The bottom-k sketch of a text: the smallest hashes of its runs of three folded syllables. Texts that share many runs
 * share many of these, however long they are.
 */
export function sketchOf(text: string): number[] {
  const syllables = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = syllables.map((_, index) => syllables.slice(index, index + SYLLABLES).join(' '));
  const whole = runs.slice(0, Math.max(1, runs.length - SYLLABLES + 1));
  const hashes = [...new Set(whole)].map((run) => createHash('sha256').update(run).digest().readInt32BE());
  return [...new Set(hashes)].sort((a, b) => a - b).slice(0, FINGERPRINTS);
}

/** How much of two texts is the same, 0 to 1, judged by their sketches. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const union = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, FINGERPRINTS);
  const shared = union.filter((hash) => one.includes(hash) && other.includes(hash));
  return union.length === 0 ? 0 : shared.length / union.length;
}
