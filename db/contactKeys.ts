import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** A telephone number as numbers compare: digits alone, `+84` and `0084` as `0`. Indexed, so that both sides say the same. */
export const phoneKey = (phone: SQLWrapper | string): SQL =>
  sql`regexp_replace(regexp_replace(${phone}, '[^0-9]', '', 'g'), '^(00)?84', '0')`;

/** An e-mail address as addresses compare. */
export const emailKey = (email: SQLWrapper | string): SQL => sql`lower(${email})`;
