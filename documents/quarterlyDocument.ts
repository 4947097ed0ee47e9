import type { Quarter } from '../domain/quarters';
import { daysOf } from '../domain/quarters';
import { dateOf, type Instant } from '../domain/time';
import type { AdministrativeDocument, Block, Issuer } from './document';
import type { ReportTable } from './quarterlyTables';
import { longDay, writtenDay, writtenMoment } from './writing';

/** What a quarterly report says, whatever it is written to. */
export interface QuarterlyReport {
  readonly quarter: Quarter;
  readonly issuer: Issuer;
  readonly madeAt: Instant;
  /** The moment as of which its figures are known. */
  readonly asOf: Instant;
  readonly tables: readonly ReportTable[];
}

/** The widths of a name and of a number beside it. */
const NAME_SHARE = 3;
const NUMBER_SHARE = 1;
/** As many numbers as can stand beside each other on an upright page without breaking the words above them. */
const MOST_BESIDE = 7;

export const quarterlyTitle = 'Báo cáo tiếp nhận, xử lý phản ánh, kiến nghị';

/** `Quý III năm 2026 (từ 01/07/2026 đến 30/09/2026), số liệu biết đến 17:00 ngày 05/10/2026` */
export function quarterlyAbout({ quarter, asOf }: Pick<QuarterlyReport, 'quarter' | 'asOf'>): string {
  const { from, through } = daysOf(quarter);
  const roman = ['I', 'II', 'III', 'IV'][quarter.quarter - 1] ?? '';
  return `Quý ${roman} năm ${String(quarter.year)} (từ ${writtenDay(from)} đến ${writtenDay(through)}), số liệu biết đến ${writtenMoment(asOf)}`;
}

/** The quarterly report as an administrative document. */
export const quarterlyDocument = (report: QuarterlyReport): AdministrativeDocument => ({
  paper: 'A4',
  issuer: report.issuer,
  number: '',
  placeAndDate: [report.issuer.place, longDay(dateOf(report.madeAt))].filter((part) => part !== null).join(', '),
  title: quarterlyTitle,
  about: quarterlyAbout(report),
  blocks: [
    ...report.tables.flatMap((table, index): Block[] => [
      { kind: 'heading', level: 1, text: `${String(index + 1)}. ${table.title}` },
      ...pagesOf(table),
    ]),
    { kind: 'text', text: NOTE },
  ],
  recipients: [report.issuer.superior ?? report.issuer.name, 'Lưu: VT'],
  signer: { capacity: 'Người lập báo cáo', name: null },
});

const NOTE =
  'Hồ sơ kỳ trước chuyển sang và tiếp nhận trong kỳ bằng tổng số hồ sơ trả lời đúng hạn, giải quyết quá hạn, kết thúc không trả lời và đang xử lý. Hồ sơ đã quá hạn vẫn tính là quá hạn khi được trả lại, rút hoặc kết thúc. Ngày làm việc tính theo lịch chính thức, không kể thời gian chờ người gửi bổ sung.';

/** A wide table goes on below, in parts of like width with its names repeated. */
function pagesOf({ columns, rows }: ReportTable): Block[] {
  const numbers = columns.length - 1;
  const beside = Math.ceil(numbers / Math.ceil(numbers / MOST_BESIDE));
  const blocks: Block[] = [];
  for (let start = 1; start <= numbers; start += beside) {
    const shown = <T>(all: readonly T[]) => [...all.slice(0, 1), ...all.slice(start, start + beside)];
    blocks.push(
      {
        kind: 'table',
        columns: shown(columns).map((label, index) => ({ label, share: index === 0 ? NAME_SHARE : NUMBER_SHARE })),
        rows: rows.map((row) =>
          shown<string | number | null>(row).map((value) => (typeof value === 'string' ? value : written(value)))
        ),
      },
      { kind: 'text', text: '' }
    );
  }
  return blocks;
}

/** Decimals with a comma, as Vietnamese writes them. */
const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
