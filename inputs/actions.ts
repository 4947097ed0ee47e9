import { z } from 'zod';
import type { ActionName } from '../domain/actions';
import { competences, decisionOutcomes, escalationGrounds, linkKinds, type ActionInputs } from '../domain/inputs';
import { caseCode, submission } from './submission';
import { attachments, idOf, localDate, longText, optional, paragraph, shortText } from './text';

const statement = z.strictObject({ text: longText, attachments });
const confirmed = z
  .array(
    z.strictObject({
      path: z.enum(['/title', '/content', '/text']),
      offset: z.int().min(0),
      length: z.int().min(1),
    })
  )
  .max(1000)
  .default([])
  .describe('What is found to tell who somebody is and is published all the same, each as the refusal names it');
const publication = { title: optional(shortText), content: optional(longText), text: longText, attachments, confirmed };
const reason = z.strictObject({ reason: paragraph });

/** What each act asks of whoever acts, under the name of its row in `domain/actions.ts`. */
export const inputs = {
  submit: submission,
  accept: z.strictObject({ category: optional(idOf('category')), competence: z.enum(competences).default('agency') }),
  reject: z.strictObject({ reason: idOf('rejectionReason'), explanation: paragraph }),
  requestInfo: z.strictObject({ question: paragraph }),
  supplyInfo: statement,
  resume: reason,
  forward: z.strictObject({
    lead: idOf('agency'),
    coordinating: z.array(idOf('agency')).max(20).default([]),
    reason: optional(paragraph),
  }),
  decline: reason,
  assign: z.strictObject({ officer: idOf('person') }),
  opine: z.strictObject({ text: longText, agrees: z.boolean(), attachments }),
  reportProgress: z.strictObject({ text: paragraph }),
  conclude: z.strictObject({ resultOn: optional(localDate) }),
  propose: statement,
  revise: reason,
  answer: z.strictObject({ text: optional(longText), attachments }),
  return: reason,
  publish: z.strictObject({
    ...publication,
    forms: z.array(idOf('publicationForm')).min(1).max(10),
    answerLinked: z.boolean().default(false).describe('The same answer goes to every open case linked as a duplicate'),
  }),
  republish: z.strictObject(publication),
  unpublish: reason,
  dispute: reason,
  uphold: reason,
  escalate: z.strictObject({ ground: z.enum(escalationGrounds), proposal: longText }),
  decide: z.strictObject({ outcome: z.enum(decisionOutcomes), text: longText, lead: optional(idOf('agency')) }),
  withdraw: z.strictObject({ reason: optional(paragraph) }),
  link: z.strictObject({ kind: z.enum(linkKinds), to: caseCode, reason: optional(paragraph) }),
  unlink: reason,
  answerJointly: z.strictObject({}),
  erase: z.strictObject({
    requestedOn: localDate,
    reason: paragraph.describe('Stays on record: it tells nothing of the submitter'),
    files: attachments.describe('Files of the case, beyond those of the submitter, that tell of them'),
  }),
  urge: z.strictObject({ text: optional(paragraph) }),
  note: statement,
  message: z.strictObject({ subject: shortText, text: longText }),
} as const satisfies Record<ActionName, z.ZodType> & { [A in PlainAction]: z.ZodType<ActionInputs[A]> };

/** An act's input as it was asked for, before what it names has been looked up. */
export type Asked<A extends ActionName> = z.output<(typeof inputs)[A]>;

/** Acts that name agencies or other cases: these are looked up before the case is asked (`api/resolve.ts`). */
type Resolved = 'submit' | 'forward' | 'decide' | 'publish' | 'link' | 'answerJointly' | 'erase';

/** Every other act takes exactly what its schema gives: the schemas above are held to that. */
type PlainAction = Exclude<ActionName, Resolved>;
