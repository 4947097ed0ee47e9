/** What a side holds of a case: its newest version, and where that leaves the case. */
export interface HeldVersion {
  readonly reference: string;
  readonly version: number;
  readonly state: string;
}

/** What was to be told of a case, and by which message. */
export interface ToldVersion extends HeldVersion {
  readonly caseCode: string;
  /** The message, to be sent again where it is missing. */
  readonly delivery: number;
}

/** What comparing both sides shows, by references. */
export interface Differences {
  readonly missingThere: readonly ToldVersion[];
  readonly missingHere: readonly HeldVersion[];
  readonly different: readonly (ToldVersion & { readonly there: Omit<HeldVersion, 'reference'> })[];
}

/** How a partner can fail to say what it holds: by no answer, by one that refuses, by one that is not as agreed. */
export const faultCauses = ['silent', 'refused', 'malformed'] as const;

/** Why there is nothing to compare. */
export interface NothingToCompare {
  /** In words of machines. */
  readonly fault: string;
  /** Unknown of what was compared before causes were kept. */
  readonly cause?: (typeof faultCauses)[number];
}

/**
 * Compares what was to be told with what the partner says that it holds (R1.6).
 * @param there as the partner lists it: of a reference that comes more than once the highest version counts.
 */
export function differencesBetween(here: readonly ToldVersion[], there: readonly HeldVersion[]): Differences {
  const [ours, theirs] = [newestOf(here), newestOf(there)];
  return {
    missingThere: [...ours.values()].filter(({ reference }) => !theirs.has(reference)),
    missingHere: [...theirs.values()].filter(({ reference }) => !ours.has(reference)),
    different: [...ours.values()].flatMap((told) => {
      const held = theirs.get(told.reference);
      if (held === undefined || (held.version === told.version && held.state === told.state)) return [];
      return [{ ...told, there: { version: held.version, state: held.state } }];
    }),
  };
}

/** By references, in their order. */
export function newestOf<H extends HeldVersion>(holdings: readonly H[]): Map<string, H> {
  const newest = new Map<string, H>();
  const byReference = [...holdings].sort((one, other) => (one.reference < other.reference ? -1 : 1));
  for (const holding of byReference) {
    const known = newest.get(holding.reference);
    if (known === undefined || known.version < holding.version) newest.set(holding.reference, holding);
  }
  return newest;
}
