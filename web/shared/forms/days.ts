const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/;
const OF_API = /^\d{4}-\d{2}-\d{2}$/;

/** A day as the API writes it, of `13/3/2026`, `13.03.2026` or the API's own writing; null where there is no such day. */
export function readDay(typed: string): string | null {
  const [, day = '', month = '', year = ''] = WRITTEN.exec(typed) ?? [];
  const written = OF_API.test(typed) ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== written ? null : written;
}
