/** A part of a document, in the order of reading. */
export type Block =
  /** `under` is a short line that stays with it. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly under?: string }
  /** Running text; its lines are paragraphs. */
  | { readonly kind: 'text'; readonly text: string }
  /** What is what: a label and what is said under it. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** A QR code of `content`, and what stands beside it. */
  | { readonly kind: 'qr'; readonly content: string; readonly beside: readonly string[] };

export type Fact = readonly [label: string, value: string];

/** `share` of the width, against the other columns of the table. */
interface Column {
  readonly label: string;
  readonly share: number;
}

/** The body whose document it is, as the head of the paper names it. */
export interface Issuer {
  /** The body above it; null where the head names none. */
  readonly superior: string | null;
  readonly name: string;
  /** Where it has its seat, for the line of place and date; null leaves the place out. */
  readonly place: string | null;
}

/** What a Vietnamese administrative document says (Decree 30/2020/NĐ-CP), whatever it is rendered to. */
export interface AdministrativeDocument {
  readonly paper: 'A4' | 'A5';
  readonly issuer: Issuer;
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  /** What it is about, under the title. */
  readonly about: string;
  readonly blocks: readonly Block[];
  /** Who gets it. */
  readonly recipients: readonly string[];
  /** In what capacity it is signed, and by whom; null leaves the name to the hand that signs. */
  readonly signer: { readonly capacity: string; readonly name: string | null };
}
