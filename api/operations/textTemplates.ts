import { z } from 'zod';
import { actionNames } from '../../domain/actions';
import { filledQuery, textTemplate, textTemplateQuery } from '../../inputs/textTemplates';
import { id, listOf, moment } from '../answers/value';
import { location } from '../../http/headers';
import { caseHandlers } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const ofTemplate = z.object({ template: z.string() });

const text = z
  .object({
    id,
    version: z.int(),
    agency: id.describe('The unit whose people write it'),
    name: z.string(),
    action: z.enum(actionNames).nullable().describe('The act that it is meant for; null for any'),
    text: z.string(),
    ended: z.boolean(),
    mayChange: z.boolean().describe('It is of your own unit'),
    createdAt: moment,
    createdBy: id,
  })
  .meta({ id: 'TextTemplate' });

export const textTemplateOperations = {
  listTextTemplates: {
    route: 'GET /v1/text-templates',
    summary: 'Texts that are used again: those of your unit and of the Office',
    for: caseHandlers,
    query: textTemplateQuery,
    answers: { 200: listOf(text).meta({ id: 'TextTemplateList' }) },
  },
  addTextTemplate: {
    route: 'POST /v1/text-templates',
    summary: 'Adds a text for your unit; what the Office adds is offered to all',
    description: 'Placeholders such as `{{code}}` take their value from the case in which it is used.',
    for: caseHandlers,
    body: textTemplate,
    answers: { 201: text },
    answerHeaders: { 201: location },
  },
  changeTextTemplate: {
    route: 'PUT /v1/text-templates/{template}',
    summary: 'Writes a new version of a text of your unit',
    for: caseHandlers,
    params: ofTemplate,
    body: textTemplate,
    answers: { 200: text },
    problems: ['no-such-text', 'template-changed'],
  },
  endTextTemplate: {
    route: 'DELETE /v1/text-templates/{template}',
    summary: 'Offers a text of your unit no more; its versions stay',
    for: caseHandlers,
    params: ofTemplate,
    answers: { 204: 'It is not offered any more' },
    problems: ['no-such-text', 'template-changed'],
  },
  listTextVersions: {
    route: 'GET /v1/text-templates/{template}/versions',
    summary: 'Every version of a text, the latest first',
    for: caseHandlers,
    params: ofTemplate,
    answers: { 200: listOf(text).meta({ id: 'TextVersionList' }) },
    problems: ['no-such-text'],
  },
  fillTextTemplate: {
    route: 'GET /v1/text-templates/{template}/filled',
    summary: 'A text with what it takes from a case filled in, to be worked on and used in an act',
    for: caseHandlers,
    params: ofTemplate,
    query: filledQuery,
    answers: { 200: z.object({ text: z.string() }).meta({ id: 'FilledText' }) },
    problems: ['no-such-text', 'no-such-case', 'forbidden'],
  },
} satisfies Operations;
