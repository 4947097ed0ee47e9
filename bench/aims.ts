/** How the service's figure may stand to the one that it is held against. */
export interface Aim {
  readonly sense: '≥' | '≤';
  readonly ratio: number;
}

const aims: readonly (readonly [RegExp, Aim])[] = [
  [/^lives a second, \d+ clients?$/, { sense: '≥', ratio: 0.85 }],
  [/^an act at p50/, { sense: '≤', ratio: 1.2 }],
  [/^events of history/, { sense: '≤', ratio: 1.3 }],
  [/^bytes of history/, { sense: '≤', ratio: 2 }],
  [/^alarms a second/, { sense: '≥', ratio: 0.8 }],
  [/^heaps of the worker, MB, all asleep beside half/, { sense: '≤', ratio: 1.1 }],
];

/** What a figure of a part of the bench is to reach; null where it is only looked at. */
export const aimOf = (part: string, figure: string): Aim | null =>
  part === 'tables' ? { sense: '≤', ratio: 2 } : (aims.find(([name]) => name.test(figure))?.[1] ?? null);

export const reaches = ({ sense, ratio }: Aim, figure: number): boolean =>
  sense === '≥' ? figure >= ratio : figure <= ratio;
