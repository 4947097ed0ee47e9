import type { CatalogueKind, NewVersion } from './registers';

type Entry = Pick<NewVersion<CatalogueKind>, 'register' | 'code' | 'effectiveFrom' | 'facts'>;

const since = '2008-03-01';

const list = (
  register: CatalogueKind,
  basis: string,
  entries: readonly (readonly [string, string, string])[]
): Entry[] =>
  entries.map(([code, label, labelEn], index) => ({
    register,
    code,
    effectiveFrom: since,
    facts: { label, labelEn, basis, position: index + 1 },
  }));

/** The lists as the law has them (R2, R6.1, R9.1); an administrator extends them. */
export const firstCatalogue: Entry[] = [
  ...list('category', 'Quyết định 31/2021/QĐ-TTg Điều 39', [
    [
      'procedure_not_posted',
      'Thủ tục hành chính chưa đăng tải, hoặc đăng tải không đầy đủ, chính xác',
      'A procedure in force not posted, or posted incompletely or inaccurately',
    ],
    [
      'procedure_expired',
      'Thủ tục hành chính hết hiệu lực, bị bãi bỏ vẫn được công khai',
      'A procedure expired or abolished but still posted',
    ],
    [
      'sources_disagree',
      'Không thống nhất giữa các nơi công khai thủ tục hành chính',
      'The places where a procedure is published disagree',
    ],
    ['practice_differs', 'Giải quyết khác với thủ tục đã công khai', 'What is done differs from what is published'],
    [
      'procedure_hinders',
      'Thủ tục hành chính gây khó khăn, cản trở sản xuất, kinh doanh, đời sống',
      'A procedure that hinders production, business or life',
    ],
    [
      'regulation',
      'Quy định hành chính nói chung (Nghị định 20/2008/NĐ-CP Điều 5)',
      'Administrative regulations in general (Decree 20/2008 Art. 5)',
    ],
    ['other', 'Nội dung khác theo chỉ đạo', 'Other content as directed'],
  ]),
  ...list('rejection_reason', 'Quyết định 31/2021/QĐ-TTg Điều 39, 41', [
    ['outside_scope', 'Không thuộc nội dung tiếp nhận', 'Outside the content that is received'],
    ['not_vietnamese', 'Không sử dụng tiếng Việt', 'Not in Vietnamese'],
    ['content_unclear', 'Nội dung không rõ ràng', 'The content is not clear'],
    [
      'details_missing',
      'Thiếu tên, địa chỉ, số điện thoại hoặc thư điện tử',
      'Name, address, telephone or e-mail is missing',
    ],
    ['already_answered', 'Đã được trả lời trước đây', 'Answered before'],
    [
      'complaint_or_denunciation',
      'Là khiếu nại, tố cáo: giải quyết theo luật riêng',
      'A complaint or denunciation, which has a law of its own',
    ],
  ]),
  ...list('publication_form', 'Nghị định 20/2008/NĐ-CP Điều 19', [
    ['portal', 'Đăng trên Cổng Dịch vụ công', 'Posted on the service portals'],
    ['press', 'Thông báo trên báo chí', 'Notice in the press'],
    ['letter', 'Gửi văn bản đến người gửi', 'Letter to the submitter'],
    ['email', 'Gửi thư điện tử đến người gửi', 'E-mail to the submitter'],
    ['other', 'Hình thức khác', 'Another form'],
  ]),
];
