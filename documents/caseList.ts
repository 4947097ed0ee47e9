import type { CaseLine } from '../db/caseLines';
import { lastDayBefore, toInstant } from '../domain/time';
import type { ListColumn } from './listFile';
import type { Naming } from './naming';
import { channelNames, statusNames } from '../domain/words';

/** What a list of cases says, column by column. */
export const caseListColumns = ({ agency, entry, person }: Naming): readonly ListColumn<CaseLine>[] => [
  { header: 'Mã hồ sơ', width: 26, cell: ({ code }) => code },
  { header: 'Trạng thái', width: 24, cell: ({ status }) => statusNames[status] },
  { header: 'Tiêu đề', width: 60, cell: ({ title }) => title },
  { header: 'Loại nội dung', width: 40, cell: ({ category }) => category && entry('category', category) },
  { header: 'Kênh tiếp nhận', width: 26, cell: ({ channel }) => channelNames[channel] },
  { header: 'Thời điểm nhận', width: 18, cell: ({ receivedAt }) => receivedAt },
  { header: 'Thời điểm cập nhật', width: 18, cell: ({ enteredAt }) => enteredAt },
  { header: 'Cơ quan chủ trì', width: 34, cell: ({ leadAgency }) => leadAgency && agency(leadAgency) },
  { header: 'Cán bộ xử lý', width: 26, cell: ({ officer }) => officer && person(officer) },
  {
    header: 'Hạn trả lời',
    width: 18,
    cell: ({ answerDue }) => answerDue && { day: lastDayBefore(toInstant(answerDue.getTime())) },
  },
  {
    header: 'Hạn tạm tính',
    width: 12,
    cell: ({ answerDueProvisional }) => (answerDueProvisional ? 'có' : ''),
  },
  { header: 'Quá hạn', width: 10, cell: ({ overdue }) => (overdue ? 'có' : '') },
  { header: 'Thay đổi gần nhất', width: 18, cell: ({ updatedAt }) => updatedAt },
  { header: 'Đầu chuỗi sự kiện', width: 70, cell: ({ seq, head }) => `${String(seq)}:${head}` },
];
