export const findingKinds = [
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
  'bankAccount',
  'vehiclePlate',
  'birthDate',
  'dossierNumber',
  'caseCode',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Something in a text that tells who somebody is. */
export interface Finding {
  readonly kind: FindingKind;
  /** Where it stands in the text: UTF-16 code units from its beginning, the end not included. */
  readonly start: number;
  readonly end: number;
  /** Whether it is known of the submitter, or looks like somebody's. */
  readonly whose: 'submitter' | 'somebody';
  /** What gave it away. */
  readonly reason: string;
}

/** What is known of the one who sent a case. */
export interface Person {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly dossierNumber: string | null;
  /** By what else they were reached, null where by nothing of that kind. */
  readonly alsoReachedBy?: readonly Pick<Person, 'phone' | 'email'>[];
}
