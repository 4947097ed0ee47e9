import { Workbook, type Worksheet } from 'exceljs';
import { textFont } from './fonts';
import { quarterlyAbout, quarterlyTitle, type QuarterlyReport } from './quarterlyDocument';
import type { ReportTable } from './quarterlyTables';

const NAME_WIDTH = 42;
const NUMBER_WIDTH = 14;
const HEADER_ROW = 4;

/** Sheets have short names; of a longer one the beginning stands. */
const LONGEST_NAME = 31;

/** The quarterly report as a workbook: a sheet for each table, numbers as numbers. */
export async function quarterlyWorkbook(report: QuarterlyReport): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.creator = report.issuer.name;
  workbook.title = quarterlyTitle;
  for (const table of report.tables) fill(workbook.addWorksheet(table.title.slice(0, LONGEST_NAME)), table, report);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(sheet: Worksheet, { title, columns, rows }: ReportTable, report: QuarterlyReport): void {
  sheet.addRow([quarterlyTitle]).font = { name: textFont.name, bold: true, size: 14 };
  sheet.addRow([quarterlyAbout(report)]).font = { name: textFont.name, italic: true };
  sheet.addRow([]);
  const header = sheet.addRow([title, ...columns.slice(1)]);
  header.font = { name: textFont.name, bold: true };
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  for (const row of rows) sheet.addRow([...row]).font = { name: textFont.name };
  const total = sheet.lastRow;
  if (total !== undefined) total.font = { name: textFont.name, bold: true };
  sheet.columns.forEach((column, index) => {
    column.width = index === 0 ? NAME_WIDTH : NUMBER_WIDTH;
  });
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW }];
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}
