const DAY_MILLIS = 86_400_000;

/** The day that lies some days after another, or before it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Makes a moment of the province of what browsers give for a date and a time. */
export const OFFSET = ':00+07:00';
