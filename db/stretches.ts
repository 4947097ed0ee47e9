/** How a list is looked through. `End` is the place where a stretch ends, and what helps to search it. */
interface Search<Place, End extends Place, Found> {
  /** The stretch of so many behind a place, or behind the beginning; null where there are not so many. */
  readonly stretchAfter: (from: Place | null, length: number) => Promise<End | null>;
  /** At most so many of what is looked for that stand behind a place and in a stretch, null being the list's ends. */
  readonly found: (from: Place | null, stretch: End | null, most: number) => Promise<readonly Found[]>;
}

/** What stands in a smaller share of a list is looked for as if it stood in so much of it: it may, if not everywhere. */
const LEAST_SHARE = 1 / 20;
/** A stretch is so many times as long as one in which enough is to be expected; where that was not so, the next is longer. */
const STRETCHES = [2, 16, 64];

/**
 * At most `most` of what is looked for in a list from a place on: stretch by stretch, then in all that is left, until
 * there are enough.
 * @param share of the list in which it is to be expected.
 */
export async function foundByStretches<Place, End extends Place, Found>(
  { stretchAfter, found }: Search<Place, End, Found>,
  share: number,
  from: Place | null,
  most: number
): Promise<Found[]> {
  const enough = most / Math.max(share, LEAST_SHARE);
  const all: Found[] = [];
  let begin = from;
  for (const times of [...STRETCHES, null]) {
    const stretch = times === null ? null : await stretchAfter(begin, Math.ceil(times * enough));
    all.push(...(await found(begin, stretch, most - all.length)));
    if (all.length >= most || stretch === null) break;
    begin = stretch;
  }
  return all;
}
