import { z } from 'zod';

/** What neither the database nor a page can hold, beside half surrogate pairs: NUL and other control characters, bidi overrides. */
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;
/** The same for the description, which holds as well that there is something else than blanks. */
const printable = [{ pattern: `^[^${unprintable.source.slice(1)}*$` }, { pattern: String.raw`\S` }];

/** What ends a line somewhere: on a page, in a header, in a cell. */
const lineBreak = /[\t\n\r\u2028\u2029]/g;

/** A text that a person wrote: composed Unicode, no blanks around it, at least one character, at most `max`. */
export const text = (max: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed() && !unprintable.test(value), 'holds characters that cannot be kept')
    .meta({ minLength: 1, maxLength: max, allOf: printable })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1, 'is empty').max(max));

/** A part that may be left out; the record then says null. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** One line: a title, a name, a subject. A break counts as a blank, so that it cannot begin a header or a row of its own. */
export const shortText = text(300).transform((value) => value.replace(lineBreak, ' '));
export const paragraph = text(5_000);
/** Room for a petition of several thousand words. */
export const longText = text(60_000);

/** An id that the service itself gave: of an agency, an account, a catalogue entry, a stored file. */
export const identifier = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/, 'is not an id');

/** What an id or a code can name; a form offers these to choose from, but for cases. */
type Referent = 'case' | 'agency' | 'person' | 'category' | 'rejectionReason' | 'publicationForm' | 'attachment';

/** Has a schema say what its value names. */
export const naming = <T extends z.ZodType>(schema: T, referent: Referent): T =>
  schema.meta({ 'x-refers-to': referent });

export const idOf = (referent: Referent) => naming(identifier, referent);

export const attachments = z.array(idOf('attachment')).max(20).default([]);

/** The years that the service can reckon with; no paper that it takes in is older. */
const inReach = [/^(?!9999)(?:19|[2-9]\d)\d\d-/, 'lies outside the years 1900 to 9998'] as const;

export const localDate = z.iso.date().regex(...inReach);

export const email = z.email().max(254);

export const phone = z.string().regex(/^\+?[0-9][0-9 ().-]{6,19}$/, 'is not a telephone number');

/** A moment with its offset; kept in the province's own. */
export const instant = z.iso.datetime({ offset: true }).regex(...inReach);
