import type { FindingKind } from './finding';
import { folded } from './folded';
import type { Word } from './words';

/** Something to look for in folded text. */
export interface Pattern {
  readonly kind: FindingKind;
  /** Global. Where it has a group, that is what was found; the rest is what gave it away. */
  readonly expression: RegExp;
  readonly reason: string;
  /** Says no where the words found mean something else, by how they were written. */
  readonly means?: (words: readonly Word[], before: Word | undefined) => boolean;
}

/** Fewer letters than this could be any word. */
export const SHORTEST = 3;

/** What may stand between the parts of something that is written in many ways. Folded Vietnamese has no other letters. */
export const APART = '[^a-z0-9]{0,4}';

export const alone = (expression: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${expression})(?![a-z0-9])`, 'g');

export const wordsIn = (text: string): string[] => folded(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
