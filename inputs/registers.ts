import { z } from 'zod';
import { asOf } from './calendar';
import { identifier, idOf, localDate, optional, paragraph, shortText } from './text';

/** The id of a unit, as accounts name it. */
const agencyCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'is no id of an agency');

/** The reference of the document on which an administrative act rests. */
const document = shortText;

/** `?on=` a day, `?asOf=` as it was known at a moment. */
export const viewQuery = z.strictObject({ on: localDate.optional(), asOf });

export const newAgency = z.strictObject({
  id: agencyCode,
  name: shortText,
  nameEn: shortText,
  needsApproval: z.boolean().default(true),
  validFrom: optional(localDate),
  document,
});

const atLeastOne = <Shape extends z.ZodRawShape>(shape: Shape, names: readonly string[]) =>
  z.strictObject(shape).refine((given) => names.some((name) => name in given), {
    error: `gives nothing to change: ${names.join(', ')}`,
    params: { code: 'unchanged' },
  });

export const agencyPatch = atLeastOne(
  { name: shortText.optional(), nameEn: shortText.optional(), needsApproval: z.boolean().optional(), document },
  ['name', 'nameEn', 'needsApproval']
);

const agencies = z.array(agencyCode).min(1).max(50);
const decided = { effectiveOn: localDate, document };

/** `POST /v1/agencies/changes`. */
export const agencyReform = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename'), from: agencyCode, name: shortText, nameEn: shortText, ...decided }),
  z.strictObject({
    kind: z.literal('merge'),
    from: z.union([agencyCode.transform((code) => [code]), agencies]),
    to: agencyCode,
    ...decided,
  }),
  z.strictObject({
    kind: z.literal('split'),
    from: agencyCode,
    to: agencies.min(2),
    takesOpenCases: agencyCode,
    ...decided,
  }),
  z.strictObject({ kind: z.literal('dissolve'), from: agencyCode, to: optional(agencyCode), ...decided }),
]);

const texts = { label: shortText, labelEn: shortText, basis: shortText, position: z.int().min(1).max(9_999) };

export const newEntry = z.strictObject({ code: identifier, ...texts, validFrom: optional(localDate), document });

/** What changes about an entry, from a day on; `validThrough` ends it, and null takes an end back. */
export const entryPatch = atLeastOne(
  {
    label: texts.label.optional(),
    labelEn: texts.labelEn.optional(),
    basis: texts.basis.optional(),
    position: texts.position.optional(),
    validThrough: localDate.nullable().optional(),
    effectiveFrom: optional(localDate),
    document,
  },
  ['label', 'labelEn', 'basis', 'position', 'validThrough']
);

export const newDelegation = z.strictObject({
  /** The head who is absent; whoever asks, where it is left out. */
  absent: optional(idOf('person')),
  delegate: idOf('person'),
  from: localDate,
  through: localDate,
  reason: paragraph,
});
