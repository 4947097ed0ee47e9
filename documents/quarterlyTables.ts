import type { HandlingRow } from '../db/handling';
import { figureNames, type FigureName } from '../domain/figures';
import type { Channel } from '../domain/inputs';
import { LEADERSHIP, SUBMITTER } from '../domain/holdings';
import type { Naming } from './naming';
import { channelNames, roleNames } from '../domain/words';

/** A row of a report as a document needs it. */
type ReportRow = HandlingRow & { readonly elapsedDays: number };

interface ReportPart {
  readonly rows: readonly (ReportRow & { readonly key: string | null })[];
  readonly total: ReportRow;
}

export type QuarterlyPart = 'agency' | 'category' | 'channel' | 'month';
export type QuarterlyParts = Readonly<Record<QuarterlyPart, ReportPart>>;

export interface ReportTable {
  readonly title: string;
  /** The first column names the row; the others are numbers, or empty where there is none. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string, ...numbers: (number | null)[]])[];
}

const figureLabels: Record<FigureName, string> = {
  carriedOver: 'Kỳ trước chuyển sang',
  received: 'Tiếp nhận trong kỳ',
  onTime: 'Trả lời đúng hạn',
  late: 'Giải quyết quá hạn',
  endedUnanswered: 'Kết thúc không trả lời',
  inTerm: 'Đang xử lý, trong hạn',
  runningLate: 'Đang xử lý, quá hạn',
  returned: 'Bị trả lại',
  disputed: 'Không đồng ý kết quả',
};

const titles: Record<QuarterlyPart, string> = {
  agency: 'Theo cơ quan xử lý',
  category: 'Theo loại nội dung',
  channel: 'Theo kênh tiếp nhận',
  month: 'Theo tháng',
};

const TOTAL = 'Tổng số';
const nobody: Record<QuarterlyPart, string> = {
  agency: 'Chưa giao cơ quan',
  category: 'Chưa phân loại',
  channel: '',
  month: '',
};

/** The counts of each part, and at last who held the cases for how long. */
export const quarterlyTables = (parts: QuarterlyParts, naming: Naming): ReportTable[] => [
  ...(Object.keys(titles) as QuarterlyPart[]).map((part) => countTable(part, parts[part], naming)),
  holdingTable(parts.agency, naming),
];

function countTable(part: QuarterlyPart, { rows, total }: ReportPart, naming: Naming): ReportTable {
  const numbers = ({ figures, medianDays, ninetiethDays }: ReportRow) => [
    ...figureNames.map((name) => figures[name]),
    medianDays,
    ninetiethDays,
  ];
  return {
    title: titles[part],
    columns: ['', ...figureNames.map((name) => figureLabels[name]), 'Ngày làm việc, trung vị', 'Ngày làm việc, 90%'],
    rows: [...rows.map((row) => [nameOf(part, row.key, naming), ...numbers(row)] as const), [TOTAL, ...numbers(total)]],
  };
}

/** Working days by the lead agency of the cases and by who had them. */
function holdingTable({ rows, total }: ReportPart, naming: Naming): ReportTable {
  const holders = total.held.map(({ holder }) => holder);
  const numbers = ({ held, elapsedDays }: ReportRow) => [
    ...holders.map((holder) => held.find((one) => one.holder === holder)?.days ?? 0),
    elapsedDays,
  ];
  return {
    title: 'Số ngày làm việc hồ sơ nằm ở từng nơi',
    columns: ['', ...holders.map((holder) => holderName(holder, naming)), TOTAL],
    rows: [
      ...rows.map((row) => [nameOf('agency', row.key, naming), ...numbers(row)] as const),
      [TOTAL, ...numbers(total)],
    ],
  };
}

function nameOf(part: QuarterlyPart, key: string | null, naming: Naming): string {
  if (key === null) return nobody[part];
  switch (part) {
    case 'agency':
      return naming.agency(key);
    case 'category':
      return naming.entry('category', key);
    case 'channel':
      return channelNames[key as Channel];
    case 'month':
      return `Tháng ${String(Number(key.slice(5)))}`;
  }
}

const holderName = (holder: string, naming: Naming): string =>
  holder === SUBMITTER ? roleNames.submitter : holder === LEADERSHIP ? roleNames.leadership : naming.agency(holder);
