/** Why an earlier case is shown beside another one. */
export const similarityReasons = ['account', 'phone', 'email', 'dossier', 'text'] as const;
export type SimilarityReason = (typeof similarityReasons)[number];

/** One thing that two cases have in common, and how much it says, 0 to 1. */
export interface Similarity {
  readonly reason: SimilarityReason;
  readonly weight: number;
}

/** What it says that two cases share a submitter or a dossier: much, but one person may petition about many things. */
export const weightOf: Record<Exclude<SimilarityReason, 'text'>, number> = {
  account: 0.5,
  phone: 0.5,
  email: 0.5,
  dossier: 0.6,
};

/** Below this, two texts have no more in common than any two petitions. */
export const LEAST_LIKENESS = 0.1;

/** How much several things say together, 0 to 1: each leaves less room for chance. */
export const scoreOf = (similarities: readonly Similarity[]): number =>
  Math.round((1 - similarities.reduce((chance, { weight }) => chance * (1 - weight), 1)) * 1_000) / 1_000;

/** How many fingerprints a text keeps: enough that two versions of one petition share some, few enough for a lookup. */
const FINGERPRINTS = 24;

/** How much of two texts is the same, 0 to 1, judged by their sketches: the smallest hashes of what stands in each. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const union = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, FINGERPRINTS);
  const shared = union.filter((hash) => one.includes(hash) && other.includes(hash));
  return union.length === 0 ? 0 : shared.length / union.length;
}
