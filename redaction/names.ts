import type { Finding } from './finding';
import { writtenSpan, type Folded } from './folded';
import { wordsIn } from './pattern';
import {
  beforePlaces,
  familyNames,
  formsOfAddress,
  middleNames,
  noName,
  places,
  unsureWithoutMarks,
} from './vietnamese';
import type { Word } from './words';

const foldedForms = new Set([...formsOfAddress].flatMap(wordsIn));
const foldedFamilyNames = new Set([...familyNames].flatMap(wordsIn));
/** Family, middle and given names; some peoples have more. */
const LONGEST = 5;
const LONGEST_IN_CAPITALS = 4;
/** Two words alone are as often a street. */
const SHORTEST_WHOLE = 3;

/**
 * What looks like the name of a person: words with capitals after a form of address, or a whole name that begins with a
 * Vietnamese family name. A proposal, by how names are usually written: an officer decides. `ông A` and `N.V.A` are
 * names that somebody has taken out already.
 */
export function personNames(searched: Folded, words: readonly Word[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < words.length; index++) {
    const name = nameAfterAddress(searched, words, index) ?? wholeName(searched, words, index);
    if (name === null) continue;
    const [first, last] = [words[name.from], words[name.to - 1]];
    if (first === undefined || last === undefined) continue;
    found.push({
      kind: 'name',
      ...writtenSpan(searched, first.start, last.end),
      whose: 'somebody',
      reason: name.reason,
    });
    index = name.to - 1;
  }
  return found;
}

interface NameFound {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

function nameAfterAddress(searched: Folded, words: readonly Word[], index: number): NameFound | null {
  const form = words[index];
  const first = words[index + 1];
  if (form === undefined || first === undefined || !isFormOfAddress(form)) return null;
  if (!/^[\s:).(/]{1,3}$/.test(searched.text.slice(form.end, first.start)) || isPlace(searched, words, index))
    return null;
  const isFamily = isFamilyName(first);
  const unsure = form.written.toLowerCase() === form.folded && unsureWithoutMarks.has(form.folded);
  const length = first.capital ? capitalRun(searched, words, index + 1) : smallName(searched, words, index + 1);
  if (length === 0 || (unsure && !isFamily) || (unsure && length < 2)) return null;
  return isInitials(words.slice(index + 1, index + 1 + length))
    ? null
    : { from: index + 1, to: index + 1 + length, reason: 'tên sau từ xưng hô' };
}

/** A word of a list as it is written with marks, or without any. */
const stands = (list: ReadonlySet<string>, without: ReadonlySet<string>, { written, folded }: Word): boolean =>
  list.has(written.toLowerCase()) || (written.toLowerCase() === folded && without.has(folded));

const isFormOfAddress = (word: Word): boolean => stands(formsOfAddress, foldedForms, word);
const isFamilyName = (word: Word): boolean => stands(familyNames, foldedFamilyNames, word);

function wholeName(searched: Folded, words: readonly Word[], index: number): NameFound | null {
  const family = words[index];
  if (family?.capital !== true || !isFamilyName(family)) return null;
  if (isPlace(searched, words, index)) return null;
  const length = capitalRun(searched, words, index);
  return length < SHORTEST_WHOLE ? null : { from: index, to: index + length, reason: 'có dạng họ tên người' };
}

/** How many words with capitals follow each other, as many as a name may have. */
function capitalRun(searched: Folded, words: readonly Word[], from: number): number {
  const first = words[from];
  if (first === undefined) return 0;
  const shouted = first.capitals && words[from + 1]?.capitals === true;
  const most = !shouted ? LONGEST : isFamilyName(first) ? LONGEST_IN_CAPITALS : 1;
  let length = 0;
  while (length < most && belongs(length)) length++;
  return length;

  function belongs(offset: number): boolean {
    const word = words[from + offset];
    const before = words[from + offset - 1];
    if (word?.capital !== true || /^\d/.test(word.folded)) return false;
    if (isStop(word, offset, shouted)) return false;
    return (
      offset === 0 || (before !== undefined && /^[ \u2019'-]{1,2}$/.test(searched.text.slice(before.end, word.start)))
    );
  }
}

const isStop = ({ written }: Word, offset: number, shouted: boolean): boolean =>
  (offset === 0 || shouted) && noName.has(written.toLowerCase());

/** A whole name in small letters: family, middle and given name. */
function smallName(searched: Folded, words: readonly Word[], from: number): number {
  const [family, middle, given] = words.slice(from, from + 3);
  if (family === undefined || middle === undefined || given === undefined) return 0;
  const near = given.end - family.start <= family.folded.length + middle.folded.length + given.folded.length + 4;
  return near && isFamilyName(family) && middleNames.has(middle.folded) && !/\d/.test(given.folded) ? 3 : 0;
}

function isPlace({ text }: Folded, words: readonly Word[], index: number): boolean {
  const start = words[index]?.start ?? 0;
  const before = words[index - 1]?.written.toLowerCase();
  return (before !== undefined && beforePlaces.has(before)) || places.test(text.slice(start, start + 40));
}

const isInitials = (name: readonly Word[]): boolean => name.every(({ folded }) => folded.length === 1);
