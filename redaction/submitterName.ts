import { folded } from './folded';
import { alone, APART, escaped, SHORTEST, wordsIn, type Pattern } from './pattern';
import { formsOfAddress } from './vietnamese';
import { writes, wordsOf, type Word } from './words';

/** Before a given name alone, folded: who is greeted or thanked is meant by it. */
const greetings = new Set(['gui', 'chao', 'thua', 'on', 'ten', 'la']);
/** With so many letters a name is known also within a longer word, as in the names of files. */
const LONG = 9;
/** Names of more words than this, and of firms, are looked for whole alone. */
const LONGEST_OF_A_PERSON = 5;

/** How the name of the submitter may stand in a text: whole, turned round, shortened, with initials, or the given name after a form of address. */
export function namePatterns(name: string): Pattern[] {
  const meant = wordsOf(name, folded(name)).map(({ written }) => written);
  const words = wordsIn(name).map(escaped);
  const given = words.at(-1);
  const family = words[0];
  if (given === undefined || family === undefined || words.join('').length < SHORTEST) return [];

  const asMeant = (found: readonly Word[]) =>
    found.length !== meant.length || found.every((word, index) => writes(word, meant[index] ?? ''));
  const inCapitals = (found: readonly Word[]) => found.every(({ capital }) => capital);
  const addressed = (_found: readonly Word[], before: Word | undefined) =>
    before !== undefined && (formsOfAddress.has(before.written.toLowerCase()) || isFolded(before));
  const sure: Pattern['means'] = (found, before) => inCapitals(found) || addressed(found, before);
  const pattern = (expression: string, means?: Pattern['means'], reason = 'họ tên của người gửi'): Pattern => ({
    kind: 'name',
    expression: alone(expression),
    reason,
    ...(means === undefined ? {} : { means }),
  });

  const givenAlone = pattern(
    given,
    ([word], before) =>
      word !== undefined &&
      before !== undefined &&
      writes(word, meant.at(-1) ?? '') &&
      (addressed([word], before) || (word.capital && greetings.has(before.folded))),
    'tên của người gửi sau từ xưng hô'
  );
  if (words.length === 1) return [{ ...givenAlone, means: ([word], before) => alone1(word, before) }];

  const whole = pattern(
    words.join(APART),
    words.length > 2 ? undefined : (found, before) => sure(found, before) || asMeant(found)
  );
  const joined = words.join('');
  const within: Pattern[] = joined.length < LONG ? [] : [{ ...whole, expression: new RegExp(joined, 'g') }];
  if (words.length > LONGEST_OF_A_PERSON) return [whole, ...within];
  const middle = words.slice(1, -1);
  const initial = (word: string) => `(?:${word}|${word.charAt(0)}\\s?\\.)`;
  return [
    whole,
    ...within,
    givenAlone,
    pattern([given, family, ...middle].join(APART), middle.length > 0 ? undefined : sure),
    pattern([...words.slice(0, -1).map(initial), given].join('\\s?'), (found) =>
      found.some(({ folded: one }) => one.length === 1)
    ),
    ...(middle.length === 0
      ? []
      : [
          pattern([family, given].join(APART), sure),
          pattern([given, family].join(APART), sure),
          pattern([...middle, given].join(APART), sure),
          pattern([middle.at(-1), given].join(APART), sure),
        ]),
  ];

  function alone1(word: Word | undefined, before: Word | undefined): boolean {
    return word !== undefined && writes(word, meant[0] ?? '') && (word.capital || addressed([word], before));
  }
}

const foldedForms = new Set([...formsOfAddress].flatMap(wordsIn));

/** A form of address without its marks, in a text without marks. */
const isFolded = (word: Word): boolean => word.written.toLowerCase() === word.folded && foldedForms.has(word.folded);
