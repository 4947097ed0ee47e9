/** What one side holds of a case: its newest version, and where that leaves the case. */
export interface Holding {
  readonly reference: string;
  readonly version: number;
  readonly state: string;
}

/** What comparing both sides shows, by references. */
export interface Differences {
  readonly missingThere: readonly string[];
  readonly missingHere: readonly string[];
  readonly different: readonly {
    readonly reference: string;
    readonly here: Omit<Holding, 'reference'>;
    readonly there: Omit<Holding, 'reference'>;
  }[];
}

/** Compares what was to be told with what the partner says that it holds (R1.6). */
export function differencesBetween(here: readonly Holding[], there: readonly Holding[]): Differences {
  const ours = new Map(here.map((holding) => [holding.reference, holding]));
  const theirs = new Map(there.map((holding) => [holding.reference, holding]));
  return {
    missingThere: [...ours.keys()].filter((reference) => !theirs.has(reference)).sort(),
    missingHere: [...theirs.keys()].filter((reference) => !ours.has(reference)).sort(),
    different: [...ours.values()].flatMap(({ reference, ...held }) => {
      const other = theirs.get(reference);
      if (other === undefined || (other.version === held.version && other.state === held.state)) return [];
      return [{ reference, here: held, there: { version: other.version, state: other.state } }];
    }),
  };
}
