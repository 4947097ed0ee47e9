import type { Channel } from './inputs';
import type { TermName } from './policy';
import type { Role } from './roles';
import type { Status } from './statuses';

/** What people call things, in Vietnamese: the same on pages, on paper and in messages. Other languages stand in the pages. */

export const statusNames: Record<Status, string> = {
  received: 'Mới nhận',
  awaiting_info: 'Chờ bổ sung thông tin',
  accepted: 'Đã tiếp nhận',
  forwarded: 'Đã chuyển xử lý',
  processing: 'Đang xử lý',
  approving: 'Chờ duyệt trả lời',
  answered: 'Đã trả lời, chờ công khai',
  published: 'Đã công khai',
  disputed: 'Người gửi không đồng ý',
  escalated: 'Đã trình lãnh đạo',
  closed: 'Đã kết thúc',
  rejected: 'Không tiếp nhận',
  withdrawn: 'Đã rút',
};

export const channelNames: Record<Channel, string> = {
  national_portal: 'Cổng Dịch vụ công quốc gia',
  portal: 'Cổng thông tin của tỉnh',
  online_service: 'Dịch vụ công trực tuyến',
  paper: 'Văn bản giấy',
  phone: 'Điện thoại',
  fax: 'Fax',
  email: 'Thư điện tử',
  zalo: 'Zalo của tỉnh',
};

/** What is to be done, or may be, within a term. */
export const termLabels: Record<TermName, string> = {
  rejectBy: 'Thông báo không tiếp nhận',
  routeBy: 'Chuyển xử lý hoặc yêu cầu bổ sung',
  answerBy: 'Trả lời',
  progressDue: 'Cập nhật tiến độ',
  postResultBy: 'Cập nhật kết quả',
  opineBy: 'Cho ý kiến phối hợp',
  infoOverdue: 'Bổ sung thông tin',
  closeAfter: 'Đề nghị xem xét lại',
};

export const roleNames: Record<Role, string> = {
  submitter: 'Người gửi',
  reception: 'Cán bộ tiếp nhận',
  agency_officer: 'Cán bộ xử lý',
  agency_lead: 'Thủ trưởng cơ quan',
  supervisor: 'Cán bộ theo dõi, đôn đốc',
  leadership: 'Lãnh đạo Ủy ban nhân dân tỉnh',
  admin: 'Quản trị viên',
  integration: 'Hệ thống kết nối',
};
