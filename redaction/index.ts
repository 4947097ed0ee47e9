import type { Finding, FindingKind, Person } from './finding';
import { folded, writtenSpan, type Folded } from './folded';
import { personNames } from './names';
import { numberPatterns } from './numbers';
import type { Pattern } from './pattern';
import { patternsOf } from './submitter';
import { wordsOf, type Word } from './words';

export { findingKinds, type Finding, type FindingKind, type Person } from './finding';

/** Stands where something was taken out. */
export const REDACTED = '[…]';

/**
 * What in a text tells who somebody is: what is known of the submitter, in many writings, and what looks like a name, a
 * number or an address of anybody. In order; no two overlap.
 */
export function findPersonalData(text: string, submitter: Person): Finding[] {
  const searched = folded(text);
  const words = wordsOf(text, searched);
  const known = patternsOf(submitter).flatMap((pattern) => occurrences(pattern, 'submitter', searched, words));
  const likely = [
    ...numberPatterns.flatMap((pattern) => occurrences(pattern, 'somebody', searched, words)),
    ...personNames(searched, words),
  ];
  return merged([...known, ...likely]);
}

/** What a text tells of what is known of the submitter; faster than finding where, for the long texts of files. */
export function kindsKnownIn(text: string, submitter: Person): FindingKind[] {
  const searched = folded(text);
  const words = wordsOf(text, searched);
  const telling = patternsOf(submitter).filter(
    (pattern) => occurrences(pattern, 'submitter', searched, words).length > 0
  );
  return [...new Set(telling.map(({ kind }) => kind))];
}

/** The text without what was found in it. */
export const redacted = (text: string, findings: readonly Finding[]): string =>
  findings.reduceRight((rest, { start, end }) => rest.slice(0, start) + REDACTED + rest.slice(end), text);

/** The text that the service proposes to publish: nothing is found in it any more. */
export function proposeRedaction(text: string, submitter: Person): string {
  const findings = findPersonalData(text, submitter);
  return findings.length === 0 ? text : proposeRedaction(redacted(text, findings), submitter);
}

function occurrences(
  { kind, expression, reason, means }: Pattern,
  whose: Finding['whose'],
  searched: Folded,
  words: readonly Word[]
): Finding[] {
  return [...searched.text.matchAll(expression)].flatMap((match) => {
    const found = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(found);
    const end = start + found.length;
    if (means !== undefined) {
      const first = firstFrom(words, start);
      const next = firstFrom(words, end);
      if (!means(words.slice(first, next), words[first - 1])) return [];
    }
    return [{ kind, ...writtenSpan(searched, start, end), whose, reason }];
  });
}

/** The index of the first word that begins at a place or after it, by halves. */
function firstFrom(words: readonly Word[], place: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What overlaps is one finding; what is known of the submitter names it. */
function merged(findings: readonly Finding[]): Finding[] {
  const inOrder = findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: Finding[] = [];
  for (const finding of inOrder) {
    const last = apart.at(-1);
    if (last === undefined || finding.start >= last.end) apart.push(finding);
    else {
      const named = last.whose === 'somebody' && finding.whose === 'submitter' ? finding : last;
      apart[apart.length - 1] = { ...named, start: last.start, end: Math.max(last.end, finding.end) };
    }
  }
  return apart;
}
