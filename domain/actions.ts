import type { Capacity } from './capacities';
import { finalStatuses, openStatuses, statuses, type Status } from './statuses';

/** One row per act that a person or a machine may do to a case. Everything else derives from this table. */
export interface ActionRule {
  readonly label: string;
  readonly by: readonly Capacity[];
  readonly from: readonly Status[];
  readonly basis: string;
}

const beforeAnswer: readonly Status[] = [
  'received',
  'awaiting_info',
  'accepted',
  'forwarded',
  'processing',
  'approving',
];
const beforePublication: readonly Status[] = [...beforeAnswer, 'answered'];

/** Where an answer may stand published, whatever became of the case since. */
const oncePublished: readonly Status[] = statuses.filter((status) => status !== 'received' && status !== 'rejected');

export const actions = {
  submit: {
    label: 'Gửi phản ánh, kiến nghị',
    by: ['submitter', 'reception', 'integration'],
    from: [],
    basis: 'R1.1, R3, R4',
  },
  accept: { label: 'Tiếp nhận', by: ['reception'], from: ['received'], basis: 'R6.3, R6.4' },
  reject: { label: 'Không tiếp nhận', by: ['reception'], from: ['received'], basis: 'R6.1' },
  requestInfo: {
    label: 'Yêu cầu bổ sung',
    by: ['reception', 'leadAgency'],
    from: ['received', 'accepted', 'forwarded', 'processing'],
    basis: 'R6.2',
  },
  supplyInfo: {
    label: 'Bổ sung thông tin',
    by: ['ownSubmitter', 'reception'],
    // Also once the case has gone on: a late reply is taken, and the answer may still be returned for it.
    from: [...beforePublication, 'escalated'],
    basis: 'R6.2, R10.1',
  },
  resume: {
    label: 'Tiếp tục khi chưa có bổ sung',
    by: ['reception', 'leadAgency'],
    from: ['awaiting_info'],
    basis: 'R10.1',
  },
  forward: {
    label: 'Chuyển xử lý',
    by: ['reception'],
    from: ['received', 'accepted', 'forwarded'],
    basis: 'R6.3, R7.2',
  },
  decline: {
    label: 'Trả lại vì không thuộc thẩm quyền',
    by: ['leadAgency'],
    from: ['forwarded', 'processing'],
    basis: 'R7.1',
  },
  assign: { label: 'Phân công', by: ['leadAgencyHead'], from: ['forwarded', 'processing'], basis: 'R10.3' },
  opine: {
    label: 'Cho ý kiến phối hợp',
    by: ['coordinatingAgency'],
    from: ['forwarded', 'processing', 'approving'],
    basis: 'R7.2',
  },
  reportProgress: { label: 'Cập nhật tiến độ', by: ['leadAgency'], from: ['forwarded', 'processing'], basis: 'R8.2' },
  conclude: { label: 'Ghi nhận đã có kết quả', by: ['leadAgency'], from: ['processing'], basis: 'R8.3' },
  propose: { label: 'Trình dự thảo trả lời', by: ['leadAgencyOfficer'], from: ['processing'], basis: 'R10.3' },
  revise: { label: 'Yêu cầu sửa dự thảo', by: ['leadAgencyHead'], from: ['approving'], basis: 'R10.3' },
  answer: { label: 'Trả lời', by: ['leadAgency'], from: ['processing', 'approving'], basis: 'R1.5, R8.1, R8.3' },
  return: { label: 'Trả lại để làm lại', by: ['reception'], from: ['answered'], basis: 'R9.2' },
  publish: { label: 'Công khai', by: ['reception'], from: ['answered'], basis: 'R9.1' },
  republish: { label: 'Công khai lại', by: ['reception'], from: oncePublished, basis: 'R5, R9.1' },
  unpublish: { label: 'Gỡ công khai', by: ['reception'], from: oncePublished, basis: 'R5, R9.1' },
  dispute: {
    label: 'Không đồng ý với trả lời',
    by: ['ownSubmitter', 'receptionForAbsent'],
    from: ['published'],
    basis: 'R10.2',
  },
  uphold: { label: 'Giữ nguyên trả lời', by: ['reception'], from: ['disputed'], basis: 'R10.2' },
  escalate: {
    label: 'Trình lãnh đạo',
    by: ['reception'],
    from: ['accepted', 'processing', 'answered', 'disputed'],
    basis: 'R10.2',
  },
  decide: { label: 'Quyết định', by: ['leadership'], from: ['escalated'], basis: 'R10.2' },
  withdraw: {
    label: 'Rút phản ánh, kiến nghị',
    by: ['ownSubmitter', 'receptionForAbsent'],
    from: [...beforeAnswer, 'escalated'],
    basis: 'R1.1',
  },
  link: {
    label: 'Liên kết với hồ sơ có trước',
    by: ['reception'],
    from: openStatuses,
    basis: 'R10.1',
  },
  unlink: { label: 'Bỏ liên kết', by: ['reception'], from: openStatuses, basis: 'R10.1' },
  answerJointly: {
    label: 'Trả lời chung với hồ sơ chính',
    by: ['reception'],
    from: beforePublication,
    basis: 'R9.1, R10.1',
  },
  urge: {
    label: 'Đôn đốc',
    by: ['reception', 'supervisor', 'leadership'],
    from: ['forwarded', 'processing'],
    basis: 'R10.1',
  },
  erase: {
    label: 'Xóa dữ liệu cá nhân của người gửi',
    by: ['reception'],
    from: finalStatuses,
    basis: 'R5; Law 91/2025/QH15 on personal data protection; Decree 13/2023/NĐ-CP Art. 16',
  },
  note: { label: 'Ghi chú nội bộ', by: ['staff'], from: statuses, basis: 'R5' },
  message: { label: 'Gửi thư cho người gửi', by: ['reception', 'leadAgency'], from: openStatuses, basis: 'R1.4' },
} as const satisfies Record<string, ActionRule>;

export type ActionName = keyof typeof actions;

/** Sorted, so that where a row stands in the table changes nothing in a running workflow. */
export const actionNames = (Object.keys(actions) as ActionName[]).sort();

export const ruleOf = (action: ActionName): ActionRule => actions[action];
