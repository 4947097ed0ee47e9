import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { sealOf } from './chainSeal';
import type { AdministrativeDocument, Fact, Issuer } from './document';
import type { ShownCase, ShownTerm } from './shown';
import { channelNames, termLabels } from '../domain/words';
import { longDay, workingDays, writtenEnd, writtenMoment } from './writing';

/** A deadline with the days that it counts, and why weekdays among them do not count. */
interface CountedTerm extends ShownTerm {
  readonly counted?: readonly LocalDate[];
  readonly departures?: readonly { readonly date: LocalDate; readonly kind: string; readonly name: string | null }[];
}

export interface ReceiptPrint {
  readonly paper: AdministrativeDocument['paper'];
  readonly issuer: Issuer;
  readonly printedAt: Instant;
  /** Who hands it out; null where submitters print it themselves. */
  readonly printedBy: string | null;
  readonly shown: Omit<ShownCase, 'deadlines'> & { readonly deadlines: Readonly<Record<string, CountedTerm>> };
  /** Where the case can be followed. */
  readonly trackingUrl: string;
}

/** The receipt that a submitter keeps: when their petition was received, by when it is to be answered, and how to follow it. */
export function receipt({
  paper,
  issuer,
  printedAt,
  printedBy,
  shown,
  trackingUrl,
}: ReceiptPrint): AdministrativeDocument {
  return {
    paper,
    issuer,
    number: `${shown.code}/${String(shown.head.seq)}`,
    placeAndDate: [issuer.place, longDay(dateOf(printedAt))].filter((part) => part !== null).join(', '),
    title: 'Giấy tiếp nhận phản ánh, kiến nghị',
    about: shown.title,
    blocks: [
      { kind: 'facts', rows: factsOf(shown) },
      {
        kind: 'qr',
        content: trackingUrl,
        beside: [`Tra cứu tình trạng xử lý bằng mã hồ sơ ${shown.code}`, trackingUrl],
      },
      ...sealOf(shown),
    ],
    recipients: [shown.submitter.name ?? 'Người gửi', `Lưu: hồ sơ ${shown.code}`],
    signer: { capacity: printedBy === null ? 'Người gửi' : 'Người tiếp nhận', name: printedBy },
  };
}

const factsOf = (shown: ReceiptPrint['shown']): Fact[] => [
  ['Mã hồ sơ', shown.code],
  ...(shown.submitter.name === null ? [] : [['Người gửi', shown.submitter.name] as const]),
  ['Kênh tiếp nhận', channelNames[shown.channel]],
  ['Thời điểm nhận', writtenMoment(shown.receivedAt)],
  ...Object.entries(shown.deadlines).flatMap(([key, term]): Fact[] => {
    const label = termLabels[key as keyof typeof termLabels] as string | undefined;
    return label === undefined || !isAhead(term) ? [] : [[label, deadlineInWords(term)]];
  }),
];

/** What is done or no longer owed is no deadline for the one who waits. */
const isAhead = ({ phase }: CountedTerm): boolean => phase === 'running' || phase === 'lapsed' || phase === 'paused';

/** `hết ngày 09/01/2026, là 15 (mười lăm) ngày làm việc: 19/12, …; không tính 01/01 (Tết Dương lịch)` */
function deadlineInWords({
  lastDay,
  workingDays: days,
  provisional,
  counted = [],
  departures = [],
}: CountedTerm): string {
  if (lastDay === null) return `${workingDays(days)}, tạm dừng để chờ người gửi bổ sung`;
  const end = `hết ngày ${writtenEnd({ lastDay, provisional })}, là ${workingDays(days)}`;
  const within = counted.length === 0 ? '' : `: ${counted.map(shortDay).join(', ')}`;
  const left = departures.filter(({ date }) => !counted.includes(date));
  const without =
    left.length === 0
      ? ''
      : `; không tính ${left.map(({ date, name }) => shortDay(date) + (name === null ? '' : ` (${name})`)).join(', ')}`;
  return end + within + without;
}

const shortDay = (day: LocalDate): string => day.slice(5).split('-').reverse().join('/');
