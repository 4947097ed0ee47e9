import { z } from 'zod';
import { outgoingTypes } from '../news/eventTypes';
import { numberCursor } from './cursor';
import { deliveryStatuses, mappings } from '../news/kinds';
import { limit } from './list';
import { idOf, localDate, optional, shortText } from './text';

const url = z.url({ protocol: /^https?$/ }).max(2_000);
const types = z.array(z.enum(outgoingTypes)).max(outgoingTypes.length);
const agencies = z.array(idOf('agency')).max(100);
/** The document on which the act rests. */
const document = optional(shortText);

export const newWebhook = z
  .strictObject({
    name: shortText,
    url,
    mapping: z.enum(mappings).default('events'),
    types: types.default([]).describe('Of which types of events; of all where none is named'),
    agencies: agencies.default([]).describe('Of the cases of which agencies; of all where none is named'),
    withCode: z
      .boolean()
      .default(false)
      .describe('Whether messages name the code of the case, by which anybody can follow it'),
    document,
  })
  .refine(({ mapping, types: named, withCode }) => mapping === 'events' || (named.length === 0 && !withCode), {
    path: ['mapping'],
    message: 'What a named partner is told follows from its mapping alone',
  });

const changeable = ['name', 'url', 'types', 'agencies', 'withCode', 'enabled'] as const;

export const webhookPatch = z
  .strictObject({
    name: shortText.optional(),
    url: url.optional(),
    types: types.optional(),
    agencies: agencies.optional(),
    withCode: z.boolean().optional(),
    enabled: z.boolean().optional(),
    document,
  })
  .refine((given) => changeable.some((name) => name in given), `gives nothing to change: ${changeable.join(', ')}`);

export const newSecretInput = z.strictObject({
  overlapHours: z.number().min(0).max(168).default(24).describe('For how long the secrets before it sign beside it'),
});

export const resendInput = z.strictObject({
  deliveries: z
    .array(z.int().positive())
    .min(1)
    .max(1_000)
    .optional()
    .describe('Which messages; all that were given up, where none is named'),
});

const cursor = numberCursor.optional();

export const deliveriesQuery = z.strictObject({ status: z.enum(deliveryStatuses).optional(), cursor, limit });

/** The day whose messages are compared. */
export const reconciliationInput = z.strictObject({ day: localDate });

export const reconciliationsQuery = z.strictObject({ day: localDate.optional(), cursor, limit });
