import { useState } from 'react';
import type { ListedCase } from '../../shared/api/types';
import { useLiveChanges } from '../../shared/useLiveChanges';

/** What others changed since a page of the list was read. The page is left as it is, so that nobody loses their place. */
export interface ListChanges {
  /** Changed cases of this page. */
  readonly here: ReadonlySet<string>;
  /** Changed cases that are not on it; they may belong there. */
  readonly elsewhere: number;
  /** The connection was broken: anything may have changed. */
  readonly unknown: boolean;
}

/** @param readAt when the page was read: what changed before it is in it. */
export function useListChanges(items: readonly ListedCase[], readAt: number): ListChanges {
  const [changes, setChanges] = useState({ since: 0, codes: new Map<string, number>(), unknown: false });
  const current =
    changes.since === readAt ? changes : { since: readAt, codes: new Map<string, number>(), unknown: false };
  useLiveChanges((change) => {
    setChanges((before) => {
      const { codes, unknown } =
        before.since === readAt ? before : { codes: new Map<string, number>(), unknown: false };
      return change === 'anything'
        ? { since: readAt, codes, unknown: true }
        : { since: readAt, codes: new Map(codes).set(change.code, change.seq), unknown };
    });
  });
  const known = new Map(items.map(({ code, seq }) => [code, seq]));
  const newer = [...current.codes].filter(([code, seq]) => seq > (known.get(code) ?? 0)).map(([code]) => code);
  const here = new Set(newer.filter((code) => known.has(code)));
  return { here, elsewhere: newer.length - here.size, unknown: current.unknown };
}
