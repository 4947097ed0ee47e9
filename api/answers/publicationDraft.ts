import { z } from 'zod';
import { findingKinds } from '../../redaction';
import { id } from './value';

const findings = z.array(
  z.object({
    kind: z.enum(findingKinds),
    whose: z.enum(['submitter', 'somebody']).describe('Known of the submitter, or of a form that tells of somebody'),
    reason: z.string(),
    offset: z.int().describe('UTF-16 code units from the beginning of the text'),
    length: z.int(),
    text: z.string(),
  })
);

const part = z.object({ text: z.string(), proposed: z.string(), findings });

const searched = part.omit({ proposed: true }).nullable();

/** Texts that an officer is about to publish, with what tells who somebody is. */
export const publicationFindingsAnswer = z
  .object({
    title: searched,
    content: searched,
    text: searched,
    replacement: z.string().describe('Stands where something is taken out'),
  })
  .meta({ id: 'PublicationFindings' });

/** What an officer begins a publication with. */
export const publicationDraftAnswer = z
  .object({
    title: part,
    content: part,
    answer: part.nullable().describe('null while there is no answer'),
    attachments: z.array(
      z.object({
        id,
        name: z.string(),
        act: z.string().describe('The act that named it'),
        findings: findings.describe('In its name; a copy for publication has a neutral one'),
        copies: z
          .array(
            z.object({
              id,
              found: z.array(z.enum(findingKinds)),
              outdated: z
                .boolean()
                .describe('Made before each page became a picture: it is published no more, make it anew'),
            })
          )
          .describe('Copies for publication'),
      })
    ),
  })
  .meta({ id: 'PublicationDraft' });
