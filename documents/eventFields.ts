import type { CaseEvent, EventData, EventType, Moved } from '../domain/case';
import { actions } from '../domain/actions';
import { termOf } from '../domain/terms';
import type { Fact } from './document';
import type { Naming } from './naming';
import { channelNames, termLabels } from '../domain/words';
import {
  alarmKindNames,
  competenceNames,
  groundNames,
  jointAnswerChangeNames,
  linkKindNames,
  outcomeNames,
  refusalNames,
} from './vietnamese';
import { writtenDay, writtenMoment } from './writing';

type DataKey = { [T in EventType]: keyof EventData[T] }[EventType];

/** What a value of an event's data says; null where there is nothing to say. */
type Say = (value: never, naming: Naming, type: EventType) => string | null;

const asWritten: Say = (value: string) => value;
const day: Say = (value: string) => writtenDay(value);
const yes: Say = (value: boolean) => (value ? 'có' : null);
const unit: Say = (value: string | { agency: string }, { agency }) =>
  agency(typeof value === 'string' ? value : value.agency);
const files: Say = (value: readonly string[], { file }) => value.map(file).join('; ');
const from =
  (names: Readonly<Record<string, string>>): Say =>
  (value: string) =>
    names[value] ?? value;

/** How each part of an event's data is told, in the order of reading; the compiler asks for a new one. */
const fields: Record<DataKey, readonly [label: string, say: Say] | null> = {
  channel: ['Kênh tiếp nhận', from(channelNames)],
  category: ['Loại nội dung', (value: string, { entry }) => entry('category', value)],
  competence: ['Thẩm quyền', from(competenceNames)],
  ground: ['Căn cứ trình', from(groundNames)],
  outcome: ['Hình thức quyết định', from(outcomeNames)],
  lead: ['Cơ quan chủ trì', unit],
  coordinating: ['Cơ quan phối hợp', (value: readonly string[], { agency }) => value.map(agency).join('; ')],
  officer: ['Cán bộ được phân công', (value: string, { person }) => person(value)],
  change: ['Thay đổi', from(jointAnswerChangeNames)],
  subject: ['Chủ đề', asWritten],
  title: ['Tiêu đề', asWritten],
  content: ['Nội dung phản ánh, kiến nghị', asWritten],
  question: ['Nội dung yêu cầu', asWritten],
  text: ['Nội dung', asWritten],
  proposal: ['Nội dung trình', asWritten],
  agrees: ['Ý kiến', (value: boolean) => (value ? 'thống nhất' : 'không thống nhất')],
  forms: [
    'Hình thức công khai',
    (value: readonly string[], { entry }) => value.map((one) => entry('publication_form', one)).join('; '),
  ],
  reason: ['Lý do', reasonOf],
  explanation: ['Giải thích', asWritten],
  resultOn: ['Ngày có kết quả', day],
  receivedAt: ['Thời điểm nhận', (value: string) => writtenMoment(value)],
  receiptReason: ['Lý do nhập sau ngày nhận', asWritten],
  receiptEvidence: ['Tài liệu chứng minh ngày nhận', (value: string, { file }) => file(value)],
  dossierNumber: ['Số hồ sơ dịch vụ công', asWritten],
  follows: ['Tiếp theo hồ sơ', asWritten],
  reference: ['Số tham chiếu của bên gửi', asWritten],
  principal: ['Trả lời tại hồ sơ', asWritten],
  linked: ['Hồ sơ được trả lời cùng', (value: readonly string[]) => value.join('; ')],
  term: ['Thời hạn', from(termLabels)],
  kind: ['Loại', from({ ...alarmKindNames, ...linkKindNames })],
  lastDay: ['Ngày cuối', day],
  daysLeft: ['Số ngày làm việc còn lại', (value: number) => String(value)],
  agency: ['Cơ quan', unit],
  missed: ['Không cập nhật tiến độ', yes],
  lateByCalendar: ['Quá hạn do lịch thay đổi', yes],
  moved: ['Thời hạn thay đổi', (value: readonly Moved[]) => value.map(movement).join('; ')],
  from: ['Từ cơ quan', unit],
  to: ['Đến', unit],
  document: ['Văn bản', asWritten],
  action: ['Việc được yêu cầu', (value: keyof typeof actions) => actions[value].label],
  attachments: ['Tệp kèm theo', files],
  requestedOn: ['Ngày yêu cầu', day],
  erased: ['Số phần đã xóa', (value: readonly unknown[]) => String(value.length)],
  files: ['Số tệp đã xóa', (value: readonly unknown[]) => String(value.length)],
  // Told in its own part of the paper, or of no use to a reader.
  submitter: null,
  account: null,
  calendar: null,
  reform: null,
  through: null,
  confirmed: null,
};

/** What an event tells, part by part. @param except what is told elsewhere. */
export function factsOf(
  event: Pick<CaseEvent, 'type'> & { data: unknown },
  naming: Naming,
  except: readonly DataKey[]
): Fact[] {
  const data = event.data as Partial<Record<DataKey, unknown>>;
  return (Object.keys(fields) as DataKey[]).flatMap((key) => {
    const [value, field] = [data[key], fields[key]];
    if (field === null || value === undefined || value === null || except.includes(key)) return [];
    const [label, say] = field;
    const said = say(value as never, naming, event.type);
    return said === null || said === '' ? [] : [[label, said] as const];
  });
}

function reasonOf(value: string, { entry }: Naming, type: EventType): string {
  if (type === 'reject') return entry('rejection_reason', value);
  return type === 'refused' ? (from(refusalNames)(value as never, {} as Naming, type) ?? value) : value;
}

const movement = ({ term, from: before, to }: Moved): string =>
  `${termLabel(term)}: từ ${writtenDay(before)} sang ${writtenDay(to)}`;

const termLabel = (key: string): string => termLabels[termOf(key).name];
