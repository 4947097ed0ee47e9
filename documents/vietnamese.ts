import { actions, actionNames } from '../domain/actions';
import type { AlarmData, EventType, JointAnswerChangedData, RefusalReason } from '../domain/case';
import type { NoticeTemplate } from '../domain/effects';
import type { competences, decisionOutcomes, escalationGrounds, LinkKind } from '../domain/inputs';
import type { AttemptResult, MessageChannel } from '../domain/informing';
import type { Role, SERVICE } from '../domain/roles';
import type { TermPhase } from '../domain/terms';
import { roleNames } from '../domain/words';
import type { noticeStatuses } from '../db/schema';

export const phaseNames: Record<TermPhase, string> = {
  running: 'đang tính',
  paused: 'tạm dừng, chờ người gửi',
  lapsed: 'đã quá hạn',
  met: 'đã thực hiện',
  lifted: 'không còn áp dụng',
};

export const actorNames: Record<Role | typeof SERVICE, string> = { ...roleNames, service: 'Hệ thống (tự động)' };

type OtherEvent = Exclude<EventType, keyof typeof actions>;

const otherEventNames: Record<OtherEvent, string> = {
  alarm: 'Báo hạn',
  calendarChanged: 'Lịch làm việc thay đổi',
  agencyChanged: 'Chuyển cơ quan theo sắp xếp tổ chức',
  jointAnswerChanged: 'Trả lời chung thay đổi',
  refused: 'Yêu cầu không được thực hiện',
};

export const eventName = (type: EventType): string =>
  actionNames.find((name) => name === type) === undefined
    ? otherEventNames[type as OtherEvent]
    : actions[type as keyof typeof actions].label;

export const noticeNames: Record<NoticeTemplate, string> = {
  received: 'Đã nhận phản ánh, kiến nghị',
  rejected: 'Không tiếp nhận',
  info_requested: 'Yêu cầu bổ sung thông tin',
  info_reminder: 'Nhắc bổ sung thông tin',
  info_lapsed: 'Hết hạn bổ sung thông tin',
  info_supplied: 'Người gửi đã bổ sung',
  forwarded: 'Đã chuyển cơ quan xử lý',
  case_arrived: 'Có hồ sơ mới',
  opinion_asked: 'Xin ý kiến phối hợp',
  declined: 'Cơ quan trả lại vì không thuộc thẩm quyền',
  assigned: 'Được phân công',
  progress: 'Tiến độ xử lý',
  approval_asked: 'Có dự thảo chờ phê duyệt',
  draft_returned: 'Dự thảo cần sửa',
  answer_arrived: 'Có trả lời chờ kiểm tra',
  answer_returned: 'Trả lời cần làm lại',
  published: 'Kết quả đã công khai',
  republished: 'Kết quả công khai được đính chính',
  unpublished: 'Kết quả đã gỡ khỏi trang công khai',
  dispute_registered: 'Đã ghi nhận không đồng ý',
  upheld: 'Giữ nguyên trả lời',
  escalated: 'Trình lãnh đạo',
  decided: 'Đã có quyết định',
  urged: 'Đôn đốc',
  message: 'Thư gửi người gửi',
  withdrawn: 'Người gửi đã rút',
  due_soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  deadline_moved: 'Thời hạn thay đổi',
  case_inherited: 'Nhận hồ sơ do sắp xếp tổ chức',
};

export const noticeStatusNames: Record<(typeof noticeStatuses)[number], string> = {
  shown: 'hiển thị trên hệ thống',
  pending: 'đang gửi',
  sent: 'đã gửi',
  delivered: 'đã đến',
  muted: 'người nhận không đăng ký',
  failed: 'không gửi được',
};

export const messageChannelNames: Record<MessageChannel, string> = {
  email: 'thư điện tử',
  sms: 'tin nhắn',
  zalo: 'Zalo',
};

export const attemptResultNames: Record<AttemptResult, string> = {
  started: 'đang gửi',
  accepted: 'đã gửi đi',
  delivered: 'đã nhận được',
  deferred: 'bên nhận hẹn lại',
  unavailable: 'chưa kết nối được',
  refused: 'bị từ chối',
  bounced: 'bị trả lại',
  unknown: 'không rõ kết quả',
};

export const refusalNames: Record<RefusalReason, string> = {
  forbidden: 'không có quyền',
  notFromThisStatus: 'hồ sơ không ở trạng thái cho phép',
  needsApproval: 'cần thủ trưởng cơ quan phê duyệt',
  notAssigned: 'chưa phân công cán bộ',
  questionStillOpen: 'người gửi còn thời hạn bổ sung',
  disputeEnded: 'việc không đồng ý đã được giải quyết',
  alreadyConcluded: 'kết quả đã được ghi nhận',
  alreadyOpined: 'cơ quan đã cho ý kiến hoặc không phải cho ý kiến',
  decidedByLeadership: 'lãnh đạo đã quyết định',
  escalationNotOpen: 'chưa đủ điều kiện trình lãnh đạo',
  alreadyLinked: 'hồ sơ đã được liên kết',
  notLinked: 'hồ sơ chưa được liên kết',
  nothingPublished: 'chưa có nội dung công khai',
  alreadyErased: 'dữ liệu cá nhân đã được xóa',
  invalidInput: 'dữ liệu không hợp lệ',
};

export const alarmKindNames: Record<AlarmData['kind'], string> = {
  dueSoon: 'sắp đến hạn',
  reminder: 'nhắc',
  due: 'đến hạn',
};

export const linkKindNames: Record<LinkKind, string> = {
  duplicate: 'trùng nội dung',
  follow_up: 'tiếp theo',
};

export const jointAnswerChangeNames: Record<JointAnswerChangedData['change'], string> = {
  corrected: 'công khai lại',
  withdrawn: 'gỡ công khai',
};

export const competenceNames: Record<(typeof competences)[number], string> = {
  agency: 'thẩm quyền của cơ quan, địa phương',
  province: 'thẩm quyền của Ủy ban nhân dân tỉnh',
};

export const groundNames: Record<(typeof escalationGrounds)[number], string> = {
  agencies_disagree: 'các cơ quan không thống nhất',
  submitter_disagrees: 'người gửi không đồng ý với trả lời',
  other: 'lý do khác',
};

export const outcomeNames: Record<(typeof decisionOutcomes)[number], string> = {
  directive: 'giao cơ quan xử lý',
  answer: 'trả lời người gửi',
};
