import type { CaseRow } from '../db/cases';
import { correctionsOf } from '../db/contacts';
import type { Executor } from '../db/database';
import { fault } from '../domain/faults';
import type { Publication } from '../domain/inputs';
import { findPersonalData, type Finding, type Person } from '../redaction';
import type { FaultInText } from '../http/problems';

const nobody: Person = { name: null, address: null, phone: null, email: null, dossierNumber: null };

/** What is known of the submitter of a case, every address that officers mended included; of one who was erased, nothing. */
export async function personOf(db: Executor, row: CaseRow): Promise<Person> {
  // Where a name stood there are words now that any text may have.
  if (row.state.erased === true) return nobody;
  return {
    name: row.submitterName,
    address: row.submitterAddress,
    phone: row.submitterPhone,
    email: row.submitterEmail,
    dossierNumber: row.dossierNumber,
    alsoReachedBy: await correctionsOf(db, row.code),
  };
}

const textsOf = ({ title, content, text }: Pick<Publication, 'title' | 'content' | 'text'>) =>
  ({ '/title': title, '/content': content, '/text': text }) as const;

/**
 * What is wrong with the texts of a publication: each finding that the officer has not confirmed, and each confirmation
 * of something that is not found there (R9.1).
 */
export function publicationTextFaults(submitter: Person, asked: Publication): FaultInText[] {
  const confirmed = asked.confirmed ?? [];
  const findings = Object.entries(textsOf(asked)).flatMap(([path, text]) =>
    text === null ? [] : findPersonalData(text, submitter).map((finding) => faultOf(path, finding))
  );
  const same = (one: Place, other: Place) =>
    one.path === other.path && one.offset === other.offset && one.length === other.length;
  return [
    ...findings.filter((finding) => !confirmed.some((place) => same(place, finding))),
    ...confirmed.flatMap((place, index) =>
      findings.some((finding) => same(place, finding))
        ? []
        : [fault(`/confirmed/${String(index)}`, 'notFound', 'confirms nothing that is found there')]
    ),
  ];
}

interface Place {
  readonly path: string;
  readonly offset?: number;
  readonly length?: number;
}

const faultOf = (path: string, { kind, start, end, reason }: Finding): FaultInText => ({
  path,
  code: 'personalData',
  message: `may tell who somebody is: ${reason}`,
  kind,
  offset: start,
  length: end - start,
});
