import type { CatalogueKind } from '../db/registers';

/** What ids and codes are called on paper. What is not known is given as it stands on record. */
export interface Naming {
  readonly agency: (id: string) => string;
  readonly person: (id: string) => string;
  readonly file: (id: string) => string;
  readonly entry: (list: CatalogueKind, code: string) => string;
}
