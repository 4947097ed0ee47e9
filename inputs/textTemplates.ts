import Mustache from 'mustache';
import { z } from 'zod';
import { actionNames } from '../domain/actions';
import { caseCode } from './submission';
import { longText, optional, shortText } from './text';

/** What a text may take from the case that it is used in, written `{{code}}`. */
const placeholders = ['code', 'title', 'submitterName', 'receivedOn', 'answerBy', 'leadAgency', 'today'] as const;
export type Placeholder = (typeof placeholders)[number];

/** Anything else between double braces is a slip, better told to its author than printed in a letter. */
function slipsIn(text: string): string[] {
  try {
    return Mustache.parse(text)
      .filter(([kind]) => kind !== 'text')
      .filter(([kind, name]) => kind !== 'name' || !(placeholders as readonly string[]).includes(name))
      .map(([, name]) => name);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const withPlaceholders = longText.superRefine((text, context) => {
  for (const slip of slipsIn(text))
    context.addIssue({ code: 'custom', message: `"${slip}" is not one of ${placeholders.join(', ')}` });
});

/** `POST` and `PUT` of `/v1/text-templates`. */
export const textTemplate = z.strictObject({
  name: shortText,
  action: optional(z.enum(actionNames)),
  text: withPlaceholders,
});

export const textTemplateQuery = z.strictObject({ action: z.enum(actionNames).optional() });

export const filledQuery = z.strictObject({ case: caseCode });
