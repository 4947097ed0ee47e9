import type { Principal, Submission } from '../shared/api/types';
import type { StoredFile } from '../shared/forms/uploads';

/** What is typed into the three steps of a submission, under the names that faults give. */
export interface Typed {
  readonly category: string | null;
  readonly title: string;
  readonly content: string;
  readonly dossierNumber: string;
  readonly attachments: readonly StoredFile[];
  readonly 'submitter.name': string;
  readonly 'submitter.address': string;
  readonly 'submitter.phone': string;
  readonly 'submitter.email': string;
}

export type FieldName = keyof Typed;

export const steps = ['content', 'person', 'review'] as const;
export type Step = (typeof steps)[number];

const fieldsOfStep: Record<Step, readonly FieldName[]> = {
  content: ['category', 'title', 'content', 'dossierNumber', 'attachments'],
  person: ['submitter.name', 'submitter.address', 'submitter.phone', 'submitter.email'],
  review: [],
};

const requiredFields: readonly FieldName[] = ['category', 'title', 'content', ...fieldsOfStep.person];

/** What stands in the fields of somebody who has typed nothing yet. */
export const blankFor = ({ name, email }: Principal): Typed => ({
  category: null,
  title: '',
  content: '',
  dossierNumber: '',
  attachments: [],
  'submitter.name': name,
  'submitter.address': '',
  'submitter.phone': '',
  'submitter.email': email,
});

/** The fields of a step that must be filled and are not. */
export const emptyFieldsOf = (step: Step, typed: Typed): FieldName[] =>
  fieldsOfStep[step].filter((name) => requiredFields.includes(name) && isBlank(typed[name]));

const isBlank = (value: Typed[FieldName]): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** The step on which the first of the faults can be mended. */
export const stepWithFault = (faults: Readonly<Record<string, string>>): Step =>
  steps.find((step) => Object.keys(faults).some((path) => fieldsOfStep[step].some((name) => path.startsWith(name)))) ??
  'review';

/** What is sent. */
export const submissionOf = (typed: Typed): Submission => ({
  channel: 'portal',
  category: typed.category,
  title: typed.title,
  content: typed.content,
  submitter: {
    name: typed['submitter.name'],
    address: typed['submitter.address'],
    phone: typed['submitter.phone'],
    email: typed['submitter.email'],
  },
  attachments: typed.attachments.map(({ id }) => id),
  ...(typed.dossierNumber.trim() === '' ? {} : { dossierNumber: typed.dossierNumber.trim() }),
});
