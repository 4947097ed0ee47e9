import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import {
  daysOf,
  differences,
  type Entries,
  entriesOf,
  type Entry,
  otherHalf,
  type ProposedDays,
  yearOf,
} from './entries';

/** The other halves of swaps that cross the end of a year, by their dates. */
const halvesBeyond = (year: number, entries: Entries): Entries =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([date, entry]): [string, Entry][] => {
      const half = otherHalf(date, entry);
      return half === null || Math.abs(yearOf(half[0]) - year) !== 1 ? [] : [half];
    })
  );

/** The neighbours that a change of a year changes with it. */
export const yearsBeyond = (year: number, before: Entries, entries: Entries): number[] => [
  ...new Set(differences(halvesBeyond(year, before), halvesBeyond(year, entries)).map(yearOf)),
];

/** Those of them that are announced, whole, as they become; one that is not is held to the swap when it is announced. */
export async function neighboursWith(
  year: number,
  before: Entries,
  entries: Entries
): Promise<(ProposedDays & { year: number })[]> {
  const answers = await Promise.all(
    yearsBeyond(year, before, entries).map((neighbour) =>
      dataOf(api.GET('/v1/calendar/{year}', { params: { path: { year: neighbour } } }))
    )
  );
  const gone = Object.keys(halvesBeyond(year, before));
  const halves = Object.entries(halvesBeyond(year, entries));
  return answers
    .filter(({ status }) => status === 'official')
    .map((answer) => ({
      year: answer.year,
      ...daysOf(
        Object.fromEntries([
          ...Object.entries(entriesOf(answer)).filter(([date]) => !gone.includes(date)),
          ...halves.filter(([date]) => yearOf(date) === answer.year),
        ])
      ),
    }));
}
