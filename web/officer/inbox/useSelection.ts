import { useState } from 'react';
import type { ListedCase } from '../../shared/api/types';

/** Cases that were ticked, also on pages gone by. */
export interface Selection {
  readonly items: readonly ListedCase[];
  readonly has: (code: string) => boolean;
  readonly set: (items: readonly ListedCase[], selected: boolean) => void;
  readonly clear: () => void;
}

/** @param of what the list is narrowed to: with another list, nothing of the former is selected. */
export function useSelection(of: string, shown: readonly ListedCase[]): Selection {
  const [state, setState] = useState({ of, chosen: new Map<string, ListedCase>() });
  const chosen = state.of === of ? state.chosen : new Map<string, ListedCase>();
  // What is on the page is told anew with it.
  const latest = new Map(shown.map((item) => [item.code, item]));
  return {
    items: [...chosen.values()].map((item) => latest.get(item.code) ?? item),
    has: (code) => chosen.has(code),
    set(items, selected) {
      const next = new Map(chosen);
      for (const item of items) {
        if (selected) next.set(item.code, item);
        else next.delete(item.code);
      }
      setState({ of, chosen: next });
    },
    clear() {
      setState({ of, chosen: new Map() });
    },
  };
}
