import type { ActionInputs, Submission } from '../../domain/inputs';
import type { Instant } from '../../domain/time';
import { LEAD, submitter } from './people';

/** What a citizen sends through the portal, received at a moment. */
export const submission = (receivedAt: Instant, given: Partial<Submission> = {}): Submission => ({
  channel: 'portal',
  category: 'procedure_not_posted',
  title: 'Thủ tục chưa được niêm yết',
  content: 'Thủ tục cấp đổi giấy phép lái xe chưa được niêm yết tại nơi tiếp nhận hồ sơ.',
  submitter: { name: 'Người gửi', address: 'Phường Kon Tum', phone: '0900000000', email: 'nguoigui@example.org' },
  account: submitter.id,
  attachments: [],
  dossierNumber: null,
  follows: null,
  receivedAt,
  receiptReason: null,
  receiptEvidence: null,
  ...given,
});

/** An input without faults for every act on a case that is there. */
export const faultless: Omit<ActionInputs, 'submit'> = {
  accept: { category: 'procedure_not_posted', competence: 'agency' },
  reject: { reason: 'outside_scope', explanation: 'Nội dung không thuộc phạm vi tiếp nhận.' },
  requestInfo: { question: 'Đề nghị cho biết địa chỉ nơi tiếp nhận hồ sơ.' },
  supplyInfo: { text: 'Số 1 đường Trần Phú.', attachments: [] },
  resume: { reason: 'Đã đủ thông tin để xử lý.' },
  forward: { lead: { agency: LEAD, needsApproval: true }, coordinating: [], reason: 'Thuộc thẩm quyền của cơ quan.' },
  decline: { reason: 'Không thuộc thẩm quyền.' },
  assign: { officer: 'officer-of-transport' },
  opine: { text: 'Thống nhất.', agrees: true, attachments: [] },
  reportProgress: { text: 'Đang xác minh.' },
  conclude: { resultOn: null },
  propose: { text: 'Thủ tục đã được niêm yết.', attachments: [] },
  revise: { reason: 'Nêu rõ ngày niêm yết.' },
  answer: { text: 'Thủ tục đã được niêm yết.', attachments: [] },
  return: { reason: 'Chưa trả lời đúng nội dung.' },
  publish: { forms: ['portal'], text: 'Thủ tục đã được niêm yết.', title: null, content: null, attachments: [] },
  republish: { text: 'Thủ tục đã được niêm yết.', title: null, content: null, attachments: [] },
  unpublish: { reason: 'Còn thông tin cá nhân.' },
  dispute: { reason: 'Thủ tục vẫn chưa được niêm yết.' },
  uphold: { reason: 'Đã kiểm tra: thủ tục đã được niêm yết.' },
  escalate: { ground: 'other', proposal: 'Kính trình xem xét.' },
  decide: { outcome: 'answer', text: 'Giữ nguyên kết quả.', lead: null },
  withdraw: { reason: null },
  link: { kind: 'duplicate', to: 'TEST-0', receivedAt: '2020-01-02T08:00:00.000+07:00', reason: null },
  unlink: { reason: 'Nội dung khác nhau.' },
  answerJointly: { principal: 'TEST-0', forms: ['portal'], text: 'Thủ tục đã được niêm yết.' },
  erase: { requestedOn: '2020-01-02', reason: 'Theo yêu cầu của người gửi.', erased: [], files: [], through: 0 },
  urge: { text: null },
  note: { text: 'Đã gọi điện.', attachments: [] },
  message: { subject: 'Thông báo', text: 'Phản ánh đang được xử lý.' },
};
