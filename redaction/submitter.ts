import { folded } from './folded';
import type { Person } from './finding';
import { alone, APART, escaped, SHORTEST, wordsIn, type Pattern } from './pattern';
import { namePatterns } from './submitterName';

/** How each thing that is known of the submitter may stand in a text, whatever its blanks, marks and capitals. */
export function patternsOf(person: Person): Pattern[] {
  return [
    ...(person.name === null ? [] : namePatterns(person.name)),
    ...[person, ...(person.alsoReachedBy ?? [])].flatMap(reaching),
    ...(person.address === null ? [] : address(person.address)),
    ...(person.dossierNumber === null ? [] : dossierNumber(person.dossierNumber)),
  ];
}

const reaching = (by: Pick<Person, 'phone' | 'email'>): Pattern[] => [
  ...(by.phone === null ? [] : phone(by.phone)),
  ...(by.email === null ? [] : email(by.email)),
];

/** Each digit in figures or in words. */
const digits = [
  '(?:0|o|khong)',
  '(?:1|mot)',
  '(?:2|hai)',
  '(?:3|ba)',
  '(?:4|bon|tu)',
  '(?:5|nam|lam)',
  '(?:6|sau)',
  '(?:7|bay)',
  '(?:8|tam)',
  '(?:9|chin)',
];

function phone(number: string): Pattern[] {
  const national = number.replace(/\D/g, '').replace(/^(?:0084|84|0)/, '');
  if (national.length < SHORTEST) return [];
  const spelt = Array.from(national, (digit) => digits[Number(digit)] ?? digit).join(APART);
  const expression = new RegExp(`(?<!\\d)(?:\\+?(?:00)?84${APART}|[0o]${APART}|khong${APART})?${spelt}(?!\\d)`, 'g');
  return [{ kind: 'phone', expression, reason: 'số điện thoại của người gửi' }];
}

/** Shorter names of mailboxes are ordinary words. */
const SHORTEST_MAILBOX = 6;

function email(address: string): Pattern[] {
  const [mailbox = '', domain = ''] = folded(address).text.split('@');
  const written = (text: string) => text.split('.').map(escaped).join('\\s*(?:\\.|[\\[(]?(?:dot|cham)[\\])]?)\\s*');
  const at = '\\s*(?:@|[\\[(]\\s*(?:at|a cong)\\s*[\\])]|\\s(?:at|a cong)\\s)\\s*';
  const whole = { kind: 'email', expression: alone(`${written(mailbox)}${at}${written(domain)}`) } as const;
  const reason = 'thư điện tử của người gửi';
  return [
    { ...whole, reason },
    ...(mailbox.length < SHORTEST_MAILBOX
      ? []
      : [{ kind: 'email', expression: alone(escaped(mailbox)), reason } as const]),
  ];
}

/** Left out or put in at will: `12 Trần Phú`, `số nhà 12 đường Trần Phú`. */
const OPTIONAL = ['so', 'nha', 'duong', 'pho'];
/** These name the place where few people live; a ward or a province alone does not tell whose address it is. */
const SMALL_PLACE = /^(?:to|thon|xom|ap|khu|khom|buon|lang|ngo|ngach|hem|kiet|doi|lo|can|chung)$/;

function address(written: string): Pattern[] {
  const reason = 'địa chỉ của người gửi';
  const whole = wordsIn(written);
  const parts = withoutBareNumbers(written.split(/[,;\n]/).map(wordsIn)).filter(
    (words) => words.some((word) => /\d/.test(word)) || SMALL_PLACE.test(words[0] ?? '')
  );
  const between = `${APART}(?:(?:${OPTIONAL.join('|')})${APART})*`;
  const cores = parts
    .map((words) => words.filter((word) => !OPTIONAL.includes(word)))
    .filter((words) => words.length > 1 && words.join('').length >= SHORTEST);
  return [
    ...(whole.join('').length < SHORTEST ? [] : [whole.map(escaped).join(APART)]),
    ...cores.map((words) => words.map(escaped).join(between)),
  ].map((expression) => ({ kind: 'address', expression: alone(expression), reason }));
}

/** `Số 12, Trần Phú`: the number belongs to what comes after it. */
function withoutBareNumbers(parts: readonly string[][]): string[][] {
  const joined: string[][] = [];
  let number: string[] = [];
  for (const words of parts) {
    const core = words.filter((word) => !OPTIONAL.includes(word));
    if (core.length === 1 && /^\d/.test(core[0] ?? '')) {
      number = [...number, ...core];
      continue;
    }
    joined.push([...number, ...words]);
    number = [];
  }
  return joined;
}

function dossierNumber(number: string): Pattern[] {
  const words = wordsIn(number);
  if (words.join('').length < SHORTEST) return [];
  return [
    { kind: 'dossierNumber', expression: alone(words.map(escaped).join(APART)), reason: 'mã hồ sơ của người gửi' },
  ];
}
