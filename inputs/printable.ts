import { unprintable } from './text';

/** What neither the database nor a page can hold becomes a mark, so that the rest can be kept. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').split(unprintable).join('\uFFFD').normalize('NFC').trim();
