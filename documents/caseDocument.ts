import type { Instant } from '../domain/time';
import { termOf } from '../domain/terms';
import { dateOf } from '../domain/time';
import { sealOf } from './chainSeal';
import type { AdministrativeDocument, Block, Fact, Issuer } from './document';
import { historyOf } from './history';
import type { Naming } from './naming';
import type { ShownCase, ShownEvent, ShownFile, ShownNotice, ShownTerm } from './shown';
import { channelNames, roleNames, statusNames, termLabels } from '../domain/words';
import {
  attemptResultNames,
  eventName,
  messageChannelNames,
  noticeNames,
  noticeStatusNames,
  phaseNames,
} from './vietnamese';
import { grouped, longDay, workingDays, writtenDay, writtenEnd, writtenMoment, writtenSize } from './writing';

/** What is printed of a case, for one reader. */
export interface CasePrint {
  readonly issuer: Issuer;
  readonly printedAt: Instant;
  /** Who asked for it. */
  readonly printedBy: string;
  readonly shown: ShownCase;
  readonly events: readonly ShownEvent[];
  readonly notices: readonly ShownNotice[];
  readonly files: readonly ShownFile[];
  readonly naming: Naming;
}

/** The whole of a case as an administrative document (R1.4). */
export function caseDocument(print: CasePrint): AdministrativeDocument {
  const { issuer, printedAt, printedBy, shown, events, notices, files, naming } = print;
  const parts: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    ['Thông tin chung', [facts([...generalFacts(shown, naming), ['Thời điểm in', writtenMoment(printedAt)]])]],
    ['Người gửi', [facts(submitterFacts(shown))]],
    ['Nội dung phản ánh, kiến nghị', [{ kind: 'heading', level: 2, text: shown.title }, text(shown.content)]],
    ['Thời hạn', [deadlineTable(shown, naming)]],
    ['Quá trình xử lý', historyOf(events, naming)],
    ['Trả lời', shown.answer === null ? [] : [text(shown.answer)]],
    ['Thông báo', notices.length === 0 ? [] : [noticeTable(notices, naming)]],
    ['Tệp kèm theo', files.length === 0 ? [] : [fileTable(files)]],
    ['Xác thực', sealOf(shown)],
  ];
  return {
    paper: 'A4',
    issuer,
    number: `${shown.code}/${String(shown.head.seq)}`,
    placeAndDate: [issuer.place, longDay(dateOf(printedAt))].filter((part) => part !== null).join(', '),
    title: 'Bản in hồ sơ phản ánh, kiến nghị',
    about: `Hồ sơ ${shown.code}`,
    blocks: parts
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([title, blocks], index): Block[] => [
        { kind: 'heading', level: 1, text: `${romans[index] ?? ''}. ${title}` },
        ...blocks,
      ]),
    recipients: [printedBy, `Lưu: hồ sơ ${shown.code}`],
    signer: { capacity: 'Người in hồ sơ', name: printedBy },
  };
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

const text = (value: string): Block => ({ kind: 'text', text: value });
const facts = (rows: readonly Fact[]): Block => ({ kind: 'facts', rows });

const known = (rows: readonly (readonly [label: string, value: string | null])[]): Fact[] =>
  rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));

const generalFacts = (shown: ShownCase, { agency, person, entry }: Naming): Fact[] =>
  known([
    ['Mã hồ sơ', shown.code],
    ['Trạng thái', statusNames[shown.status]],
    ['Kênh tiếp nhận', channelNames[shown.channel]],
    ['Loại nội dung', shown.category && entry('category', shown.category)],
    ['Thời điểm nhận', writtenMoment(shown.receivedAt)],
    ['Thời điểm cập nhật', writtenMoment(shown.enteredAt)],
    ['Số hồ sơ dịch vụ công', shown.dossierNumber],
    ['Tiếp theo hồ sơ', shown.follows],
    ['Cơ quan chủ trì', shown.leadAgency && agency(shown.leadAgency)],
    ['Cán bộ xử lý', shown.officer && person(shown.officer)],
    ['Cơ quan phối hợp', (shown.coordinating ?? []).map((one) => agency(one.agency)).join('; ')],
  ]);

const submitterFacts = ({ submitter, contact }: ShownCase): Fact[] =>
  known([
    ['Họ tên, tổ chức', submitter.name],
    ['Địa chỉ', submitter.address],
    ['Điện thoại', submitter.phone],
    ['Thư điện tử', submitter.email],
    ['Điện thoại đã sửa', contact?.phoneMendedAt == null ? null : contact.phone],
    ['Thư điện tử đã sửa', contact?.emailMendedAt == null ? null : contact.email],
  ]);

const deadlineTable = ({ deadlines }: ShownCase, naming: Naming): Block => ({
  kind: 'table',
  columns: [
    { label: 'Thời hạn', share: 36 },
    { label: 'Được tính', share: 26 },
    { label: 'Ngày cuối', share: 18 },
    { label: 'Tình trạng', share: 20 },
  ],
  rows: Object.entries(deadlines).map(([key, term]) => [
    termNameOf(key, naming),
    `${workingDays(term.workingDays)} sau ngày ${writtenDay(term.from)}`,
    term.lastDay === null ? '' : writtenEnd({ lastDay: term.lastDay, provisional: term.provisional }),
    stateOf(term),
  ]),
});

const stateOf = ({ phase, late, settledAt }: ShownTerm): string =>
  [
    phaseNames[phase],
    ...(settledAt === null ? [] : [writtenDay(dateOf(settledAt))]),
    ...(late && phase !== 'lapsed' ? ['trễ hạn'] : []),
  ].join(', ');

function termNameOf(key: string, { agency }: Naming): string {
  const { name, agency: unit } = termOf(key);
  const label = termLabels[name];
  return unit === undefined ? label : `${label}: ${agency(unit)}`;
}

const noticeTable = (notices: readonly ShownNotice[], naming: Naming): Block => ({
  kind: 'table',
  columns: [
    { label: 'Thời điểm', share: 15 },
    { label: 'Người nhận', share: 18 },
    { label: 'Nội dung báo', share: 22 },
    { label: 'Tình trạng', share: 45 },
  ],
  rows: notices.map((notice) => [
    writtenMoment(notice.at),
    recipientOf(notice, naming),
    noticeNames[notice.template],
    deliveryOf(notice).join('\n'),
  ]),
});

/** How it stands, each try to send it, and the letter that was sent at last; a line each. */
const deliveryOf = ({ status, attempts, letter }: ShownNotice): string[] => [
  noticeStatusNames[status],
  ...attempts.map(
    ({ at, channel, result }) => `${writtenMoment(at)}, ${messageChannelNames[channel]}: ${attemptResultNames[result]}`
  ),
  ...(letter === null ? [] : [`Thư số ${letter.number} ngày ${writtenDay(letter.sentOn)}`]),
];

function recipientOf({ recipientKind, recipient }: ShownNotice, { agency, person }: Naming): string {
  if (recipientKind === 'submitter') return 'Người gửi';
  if (recipient === null) return roleNames.leadership;
  return recipientKind === 'unit' ? agency(recipient) : person(recipient);
}

const fileTable = (files: readonly ShownFile[]): Block => ({
  kind: 'table',
  columns: [
    { label: 'Sự kiện', share: 16 },
    { label: 'Tên tệp', share: 34 },
    { label: 'Loại, cỡ', share: 18 },
    { label: 'SHA-256', share: 32 },
  ],
  rows: files.map(({ seq, act, name, type, size, sha256 }) => [
    `${String(seq)}. ${eventName(act)}`,
    name,
    `${type}, ${writtenSize(size)}`,
    grouped(sha256),
  ]),
});
