import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { stream } from 'exceljs';
import { intoFile } from '../attachments/intoFile';
import type { LocalDate } from '../domain/time';
import { textFont } from './fonts';

export type ListFormat = 'xlsx' | 'csv';

/** A day as such, without a time. */
interface Day {
  readonly day: LocalDate;
}

type Cell = string | Date | Day | null;

/** A column of a list; `width` in letters. */
export interface ListColumn<Line> {
  readonly header: string;
  readonly width: number;
  readonly cell: (line: Line) => Cell;
}

/** Passed on after all that waits before it. */
const NOTHING = Buffer.alloc(0);

type Batches<Line> = AsyncIterable<readonly Line[]>;

/** Local time is all that a spreadsheet knows: it is told that of the province. */
const OFFSET_MILLIS = 7 * 3_600_000;
const local = (moment: Date): Date => new Date(moment.getTime() + OFFSET_MILLIS);

/**
 * Writes a list of any length to a file, batch by batch. Texts stay texts: no program takes one for a formula.
 * @throws NoRoom, and what the batches throw
 */
export const writeList = <Line>(
  path: string,
  format: ListFormat,
  columns: readonly ListColumn<Line>[],
  batches: Batches<Line>
): Promise<void> => intoFile(path, (file) => (format === 'xlsx' ? writeXlsx : writeCsv)(file, columns, batches));

async function writeXlsx<Line>(file: Writable, columns: readonly ListColumn<Line>[], batches: Batches<Line>) {
  const archive = new PassThrough();
  const filling = fillWorkbook(archive, columns, batches);
  filling.catch(() => archive.destroy());
  // Both: on a full disk the library would wait for ever for what it has written to be taken.
  await Promise.all([filling, pipeline(archive, file)]);
}

async function fillWorkbook<Line>(archive: Writable, columns: readonly ListColumn<Line>[], batches: Batches<Line>) {
  const workbook = new stream.xlsx.WorkbookWriter({ stream: archive, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('PAKN', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width }) => ({ header, width, style: { font: { name: textFont.name } } }));
  sheet.getRow(1).font = { name: textFont.name, bold: true };
  for await (const batch of batches) {
    for (const line of batch) {
      const cells = columns.map(({ cell }) => cell(line));
      const row = sheet.addRow(cells.map(inSheet));
      for (const [index, cell] of cells.entries()) {
        const format = formatOf(cell);
        if (format !== undefined) row.getCell(index + 1).numFmt = format;
      }
      row.commit();
    }
    await packed(sheet);
  }
  sheet.commit();
  await workbook.commit();
}

/** Waits until the archive has taken what a sheet has written: the library itself writes on and keeps all that waits. */
async function packed(sheet: object): Promise<void> {
  const { pipes = [] } = (sheet as { stream?: { pipes?: readonly Writable[] } }).stream ?? {};
  await Promise.all(pipes.map((pipe) => new Promise((passed) => pipe.write(NOTHING, passed))));
}

function inSheet(cell: Cell): string | Date | null {
  if (cell === null || typeof cell === 'string') return cell;
  return cell instanceof Date ? local(cell) : new Date(cell.day);
}

function formatOf(cell: Cell): string | undefined {
  if (cell === null || typeof cell === 'string') return undefined;
  return cell instanceof Date ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy';
}

async function writeCsv<Line>(file: Writable, columns: readonly ListColumn<Line>[], batches: Batches<Line>) {
  const lines = async function* () {
    for await (const batch of batches) for (const line of batch) yield columns.map(({ cell }) => cell(line));
  };
  const csv = stringify({
    header: true,
    columns: columns.map(({ header }) => header),
    // With its mark Excel reads UTF-8, and a quote before = + - @ keeps it from reckoning.
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: {
      date: (moment) => local(moment).toISOString().slice(0, 16).replace('T', ' '),
      object: ({ day }) => day as Day['day'],
    },
  });
  await pipeline(Readable.from(lines()), csv, file);
}
