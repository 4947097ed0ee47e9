import { termLabels } from '../../domain/words';
import type { Catalogue } from './texts';

const caseLine = `Mã phản ánh, kiến nghị: {{code}}{{#title}}
Tiêu đề: {{title}}{{/title}}`;

/** The texts in Vietnamese as the project delivers them. */
export const vi: Catalogue = {
  frame: {
    greeting: 'Kính gửi {{name}},',
    foot: `Tra cứu tình trạng: {{link}}
Mã xác thực hồ sơ: {{head}}

Đây là thư tự động của hệ thống tiếp nhận phản ánh, kiến nghị của tỉnh.`,
    unsubscribe: 'Thay đổi thông báo muốn nhận: {{preferences}}',
  },
  submitter: {
    received: {
      subject: 'Đã nhận phản ánh, kiến nghị {{code}}',
      body: `Chúng tôi đã nhận được phản ánh, kiến nghị của Ông/Bà ngày {{receivedOn}}.

${caseLine}{{#answerBy}}
Hạn trả lời: hết ngày {{answerBy}}{{/answerBy}}`,
      short:
        'Đã nhận phản ánh {{code}} ngày {{receivedOn}}.{{#answerBy}} Hạn trả lời: {{answerBy}}.{{/answerBy}} {{link}}',
    },
    rejected: {
      subject: 'Phản ánh, kiến nghị {{code}} không được tiếp nhận',
      body: `Phản ánh, kiến nghị của Ông/Bà không được tiếp nhận.

${caseLine}
Lý do: {{reason}}

{{explanation}}`,
      short: 'Phản ánh {{code}} không được tiếp nhận. Lý do: {{reason}}. {{explanation}} {{link}}',
    },
    info_requested: {
      subject: 'Đề nghị bổ sung thông tin cho phản ánh, kiến nghị {{code}}',
      body: `Để xử lý phản ánh, kiến nghị, đề nghị Ông/Bà bổ sung hoặc làm rõ:

{{question}}

${caseLine}
Hạn trả lời: hết ngày {{replyBy}}. Trả lời tại địa chỉ dưới đây, hoặc với Văn phòng nếu Ông/Bà gửi không qua tài khoản.`,
      short: 'Đề nghị bổ sung cho phản ánh {{code}}, chậm nhất hết ngày {{replyBy}}: {{question}} {{link}}',
    },
    info_reminder: {
      subject: 'Nhắc: bổ sung thông tin cho phản ánh, kiến nghị {{code}}',
      body: `Chúng tôi chưa nhận được thông tin bổ sung của Ông/Bà cho câu hỏi:

{{question}}

${caseLine}
Hạn trả lời: hết ngày {{replyBy}}.`,
      short: 'Nhắc: bổ sung cho phản ánh {{code}}, chậm nhất hết ngày {{replyBy}}: {{question}} {{link}}',
    },
    info_lapsed: {
      subject: 'Đã hết hạn bổ sung thông tin cho phản ánh, kiến nghị {{code}}',
      body: `Đã hết hạn bổ sung thông tin. Văn phòng sẽ xem xét phản ánh, kiến nghị theo thông tin hiện có; Ông/Bà vẫn có thể bổ sung.

${caseLine}`,
      short: 'Đã hết hạn bổ sung cho phản ánh {{code}}. Ông/Bà vẫn có thể bổ sung: {{link}}',
    },
    info_supplied: {
      subject: 'Đã nhận thông tin bổ sung cho phản ánh, kiến nghị {{code}}',
      body: `Chúng tôi đã nhận được thông tin bổ sung của Ông/Bà.

${caseLine}{{#answerBy}}
Hạn trả lời: hết ngày {{answerBy}}{{/answerBy}}`,
      short: 'Đã nhận bổ sung cho phản ánh {{code}}.{{#answerBy}} Hạn trả lời: {{answerBy}}.{{/answerBy}} {{link}}',
    },
    forwarded: {
      subject: 'Phản ánh, kiến nghị {{code}} đã được chuyển đến {{agency}}',
      body: `Phản ánh, kiến nghị của Ông/Bà đã được chuyển đến cơ quan có thẩm quyền: {{agency}}.

${caseLine}{{#answerBy}}
Hạn trả lời: hết ngày {{answerBy}}{{/answerBy}}`,
      short:
        'Phản ánh {{code}} đã được chuyển đến {{agency}}.{{#answerBy}} Hạn trả lời: {{answerBy}}.{{/answerBy}} {{link}}',
    },
    case_inherited: {
      subject: 'Phản ánh, kiến nghị {{code}} nay do {{agency}} xử lý',
      body: `Do sắp xếp tổ chức, phản ánh, kiến nghị của Ông/Bà nay do {{agency}} xử lý.

${caseLine}{{#answerBy}}
Hạn trả lời vẫn là hết ngày {{answerBy}}{{/answerBy}}`,
      short:
        'Do sắp xếp tổ chức, phản ánh {{code}} nay do {{agency}} xử lý.{{#answerBy}} Hạn trả lời vẫn là {{answerBy}}.{{/answerBy}} {{link}}',
    },
    progress: {
      subject: 'Tiến độ xử lý phản ánh, kiến nghị {{code}}',
      body: `{{agency}} thông báo tiến độ xử lý:

{{text}}

${caseLine}`,
      short: 'Tiến độ xử lý phản ánh {{code}}: {{text}} {{link}}',
    },
    published: {
      subject: 'Kết quả xử lý phản ánh, kiến nghị {{code}}',
      body: `Kết quả xử lý phản ánh, kiến nghị của Ông/Bà được đăng tải công khai ngày {{publishedOn}}:

{{text}}

${caseLine}
{{#disputeBy}}Nếu không đồng ý, Ông/Bà có thể gửi ý kiến đến hết ngày {{disputeBy}}.{{/disputeBy}}{{^disputeBy}}Việc xem xét ý kiến về kết quả này đã kết thúc. Nếu còn nội dung cần phản ánh, Ông/Bà có thể gửi phản ánh, kiến nghị mới.{{/disputeBy}}`,
      short:
        'Kết quả phản ánh {{code}} được công khai ngày {{publishedOn}}.{{#disputeBy}} Xem và gửi ý kiến đến hết ngày {{disputeBy}}:{{/disputeBy}}{{^disputeBy}} Xem tại:{{/disputeBy}} {{link}}',
    },
    republished: {
      subject: 'Đính chính kết quả xử lý phản ánh, kiến nghị {{code}}',
      body: `Kết quả xử lý phản ánh, kiến nghị của Ông/Bà đã công khai nay được đính chính như sau:

{{text}}

${caseLine}`,
      short: 'Kết quả xử lý phản ánh {{code}} đã được đính chính. Xem tại: {{link}}',
    },
    unpublished: {
      subject: 'Kết quả xử lý {{code}} không còn được công khai',
      body: `Kết quả xử lý phản ánh, kiến nghị của Ông/Bà đã được gỡ khỏi trang công khai. Lý do:

{{explanation}}

${caseLine}`,
      short: 'Kết quả xử lý phản ánh {{code}} đã được gỡ khỏi trang công khai. Lý do: {{explanation}} {{link}}',
    },
    dispute_registered: {
      subject: 'Đã ghi nhận ý kiến về kết quả xử lý {{code}}',
      body: `Ý kiến của Ông/Bà về kết quả xử lý đã được ghi nhận và sẽ được xem xét.

${caseLine}`,
      short: 'Đã ghi nhận ý kiến của Ông/Bà về kết quả phản ánh {{code}}. {{link}}',
    },
    upheld: {
      subject: 'Kết quả xử lý phản ánh, kiến nghị {{code}} được giữ nguyên',
      body: `Sau khi xem xét ý kiến của Ông/Bà, kết quả xử lý được giữ nguyên. Lý do:

{{explanation}}

${caseLine}`,
      short: 'Kết quả phản ánh {{code}} được giữ nguyên sau khi xem xét. Lý do: {{explanation}} {{link}}',
    },
    decided: {
      subject: 'Ủy ban nhân dân tỉnh đã xem xét phản ánh, kiến nghị {{code}}',
      body: `Lãnh đạo Ủy ban nhân dân tỉnh đã xem xét phản ánh, kiến nghị của Ông/Bà. Kết quả sẽ được công bố và gửi đến Ông/Bà.

${caseLine}`,
      short: 'UBND tỉnh đã xem xét phản ánh {{code}}; kết quả sẽ được gửi đến Ông/Bà. {{link}}',
    },
    message: {
      subject: '{{subject}} ({{code}})',
      body: `{{text}}

${caseLine}`,
      short: 'Thông báo về phản ánh {{code}}: {{subject}}. {{text}} {{link}}',
    },
    deadline_moved: {
      subject: 'Thay đổi thời hạn của phản ánh, kiến nghị {{code}}',
      body: `{{#document}}Do lịch làm việc thay đổi ({{document}}), thời hạn{{/document}}{{^document}}Phản ánh, kiến nghị được tiếp tục xử lý theo thông tin hiện có. Do thời gian chờ bổ sung, thời hạn{{/document}} {{term}} chuyển từ ngày {{oldDay}} sang ngày {{lastDay}}.

${caseLine}`,
      short: 'Thời hạn {{term}} của phản ánh {{code}} chuyển từ {{oldDay}} sang {{lastDay}}. {{link}}',
    },
  },
  staff: {
    case_arrived: staff('Phản ánh, kiến nghị mới: {{code}}', 'Có phản ánh, kiến nghị mới chuyển đến đơn vị.'),
    info_supplied: staff('Đã có bổ sung: {{code}}', 'Người gửi đã bổ sung thông tin:\n\n{{text}}'),
    info_lapsed: staff('Quá hạn bổ sung: {{code}}', 'Người gửi chưa bổ sung thông tin trong thời hạn.'),
    opinion_asked: staff(
      'Đề nghị phối hợp: {{code}}',
      'Đề nghị đơn vị cho ý kiến phối hợp. Cơ quan chủ trì: {{agency}}.'
    ),
    declined: staff(
      'Bị trả lại: {{code}}',
      'Cơ quan được chuyển đến cho biết không thuộc thẩm quyền:\n\n{{explanation}}'
    ),
    assigned: staff('Được phân công: {{code}}', 'Ông/Bà được phân công xử lý phản ánh, kiến nghị này.'),
    approval_asked: staff('Chờ phê duyệt: {{code}}', 'Dự thảo trả lời đang chờ phê duyệt.'),
    draft_returned: staff('Dự thảo cần sửa: {{code}}', 'Dự thảo trả lời chưa được phê duyệt:\n\n{{explanation}}'),
    answer_arrived: staff('Đã có trả lời: {{code}}', 'Cơ quan xử lý đã trả lời. Đề nghị kiểm tra và công bố.'),
    answer_returned: staff('Trả lời bị trả lại: {{code}}', 'Trả lời chưa phù hợp với nội dung:\n\n{{explanation}}'),
    dispute_registered: staff(
      'Người gửi không đồng ý: {{code}}',
      'Người gửi không đồng ý với kết quả:\n\n{{explanation}}'
    ),
    escalated: staff('Xin ý kiến lãnh đạo: {{code}}', 'Văn phòng trình xin ý kiến:\n\n{{text}}'),
    decided: staff('Lãnh đạo đã quyết định: {{code}}', 'Quyết định của lãnh đạo:\n\n{{text}}'),
    urged: staff('Đôn đốc: {{code}}', 'Đề nghị khẩn trương xử lý. {{text}}'),
    withdrawn: staff('Đã rút: {{code}}', 'Người gửi đã rút phản ánh, kiến nghị.'),
    due_soon: staff('Sắp đến hạn: {{code}}', 'Sắp hết thời hạn {{term}}: ngày {{lastDay}}.'),
    overdue: staff('Quá hạn: {{code}}', 'Đã quá thời hạn {{term}}: ngày {{lastDay}}.'),
    deadline_moved: staff(
      'Thời hạn thay đổi: {{code}}',
      'Do lịch làm việc thay đổi ({{document}}), thời hạn {{term}} chuyển từ ngày {{oldDay}} sang ngày {{lastDay}}.'
    ),
    case_inherited: staff('Tiếp nhận từ đơn vị cũ: {{code}}', 'Đơn vị tiếp nhận hồ sơ này do sắp xếp tổ chức.'),
  },
  service: {
    digest: {
      subject: 'Công việc ngày {{day}}: {{agency}}',
      body: `{{agency}}, ngày {{day}}.

Đến hạn hôm nay:
{{dueToday}}

Quá hạn:
{{overdue}}

Đang chờ Ông/Bà:
{{waiting}}

{{link}}`,
      short: '',
    },
    password_reset: {
      subject: 'Đặt lại mật khẩu',
      body: `Có yêu cầu đặt lại mật khẩu cho tài khoản này. Địa chỉ dưới đây có hiệu lực trong một giờ:

{{link}}

Nếu Ông/Bà không yêu cầu, hãy bỏ qua thư này: mật khẩu không thay đổi.`,
      short: '',
    },
  },
  provisional: ' (tạm tính)',
  jointlyWithdrawn: 'Kết quả trả lời chung cho các phản ánh, kiến nghị cùng nội dung đã được gỡ.',
  // Within a sentence.
  terms: Object.fromEntries(Object.entries(termLabels).map(([term, name]) => [term, name.toLocaleLowerCase('vi')])),
  marks: {
    name: '[tên người nhận]',
    title: '[tiêu đề hồ sơ]',
    reason: '[lý do]',
    explanation: '[giải thích]',
    question: '[nội dung cần bổ sung]',
    text: '[nội dung thư, trả lời hoặc tiến độ]',
    subject: '[tiêu đề thư riêng]',
  },
};

function staff(subject: string, said: string) {
  return {
    subject,
    body: `${said}

${caseLine}{{#answerBy}}
Hạn trả lời: {{answerBy}}{{/answerBy}}`,
    short: '',
  };
}
