import { useState } from 'react';
import type { ListedCase } from '../../shared/api/types';
import { useLiveChanges } from '../../shared/useLiveChanges';

/** What others changed since a page of the list was read. The page is left as it is, so that nobody loses their place. */
export interface ListChanges {
  /** Changed cases of this page. */
  readonly here: ReadonlySet<string>;
  /** Changed cases that are not on it; they may belong there. */
  readonly elsewhere: number;
  /** What may have changed cannot be told, or cases have left the page. */
  readonly unknown: boolean;
}

/**
 * @param readAt when the page was read: what changed before it is in it.
 * @param readNow reads the same page as it would be now; asked where changes may not have been heard of.
 */
export function useListChanges(
  items: readonly ListedCase[],
  readAt: number,
  readNow: () => Promise<readonly ListedCase[]>
): ListChanges {
  const [changes, setChanges] = useState({ since: 0, codes: new Map<string, number>(), unknown: false });
  const current =
    changes.since === readAt ? changes : { since: readAt, codes: new Map<string, number>(), unknown: false };
  const add = (changed: readonly Pick<ListedCase, 'code' | 'seq'>[], isUnknown = false) => {
    setChanges((before) => {
      const { codes, unknown } =
        before.since === readAt ? before : { codes: new Map<string, number>(), unknown: false };
      const newest = changed.map(({ code, seq }) => [code, seq] as const);
      return { since: readAt, codes: new Map([...codes, ...newest]), unknown: unknown || isUnknown };
    });
  };
  const compare = async () => {
    try {
      const now = await readNow();
      const there = new Set(now.map(({ code }) => code));
      add(
        now,
        items.some(({ code }) => !there.has(code))
      );
    } catch {
      add([], true);
    }
  };
  useLiveChanges((change) => {
    if (change === 'anything') void compare();
    else add([change]);
  });
  const known = new Map(items.map(({ code, seq }) => [code, seq]));
  const newer = [...current.codes].filter(([code, seq]) => seq > (known.get(code) ?? 0)).map(([code]) => code);
  const here = new Set(newer.filter((code) => known.has(code)));
  return { here, elsewhere: newer.length - here.size, unknown: current.unknown };
}
