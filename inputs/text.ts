import { z } from 'zod';

/** What neither the database nor a page can hold, beside half surrogate pairs: NUL and other control characters, bidi overrides. */
export const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;
/** Something that can be seen: neither a blank nor what leaves no trace on a page, such as a space without width. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** The same for the description, whose readers do not know that name: the code points of it that fit into four digits. */
const printable = [
  { pattern: `^[^${unprintable.source.slice(1)}*$` },
  {
    pattern: String.raw`[^\s\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]`,
  },
];

/** What ends a line somewhere: on a page, in a header, in a cell. */
const lineBreak = /[\t\n\r\u2028\u2029]/g;

/** A text that a person wrote: composed Unicode, no blanks around it, something to be seen, at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed() && !unprintable.test(value), 'holds characters that cannot be kept')
    .meta({ minLength: 1, maxLength: max, allOf: printable })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .refine((value) => visible.test(value), { message: 'is empty', params: { code: 'too_small' } })
        .max(max)
    );

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

/** Files that one act may name. */
export const MOST_ATTACHMENTS = 20;
export const attachments = z.array(idOf('attachment')).max(MOST_ATTACHMENTS).default([]);

/** The years that the service can reckon with; no paper that it takes in is older. */
const inReach = [/^(?!9999)(?:19|[2-9]\d)\d\d-/, 'lies outside the years 1900 to 9998'] as const;

export const localDate = z.iso.date().regex(...inReach);

export const email = z.email().max(254);

/** Seven digits, as without an area code, up to the fifteen of E.164; between them whatever people divide them by. */
export const phone = z.string().regex(/^\(?\+?(?:[0-9][ ().-]{0,3}){7,15}$/, 'is not a telephone number');

/** A moment with its offset; kept in the province's own. */
export const instant = z.iso.datetime({ offset: true }).regex(...inReach);
