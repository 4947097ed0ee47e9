/** What the built-in version rests on, by the words in which the service keeps it. */
const bases: Readonly<Record<string, string>> = {
  'Decision 31/2021/QĐ-TTg, reception; R6.1': 'Quyết định 31/2021/QĐ-TTg, về tiếp nhận',
  'Decision 31/2021/QĐ-TTg, reception; R6.2, R6.3': 'Quyết định 31/2021/QĐ-TTg, về tiếp nhận',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.1': 'Điều 45 Quyết định 31/2021/QĐ-TTg',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.2': 'Điều 45 Quyết định 31/2021/QĐ-TTg',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.3': 'Điều 45 Quyết định 31/2021/QĐ-TTg',
  'Service rule under Decree 20/2008/NĐ-CP Art. 14; R7.2': 'Quy tắc của dịch vụ theo Điều 14 Nghị định 20/2008/NĐ-CP',
  'Service rule; R6.2': 'Quy tắc của dịch vụ',
  'Service rule; R10.2': 'Quy tắc của dịch vụ',
  'Service rule; R2, R4': 'Quy tắc của dịch vụ',
};

export const vi = {
  bases,
  title: 'Thời hạn theo quy định',
  lead: 'Các con số của pháp luật, theo ngày có hiệu lực. Hồ sơ giữ thời hạn của ngày nó được nhận.',
  versions: 'Các phiên bản',
  version: 'Phiên bản',
  versionOf: (version: number) => `Phiên bản ${String(version)}`,
  state: 'Tình trạng',
  inForce: 'Đang áp dụng',
  document: 'Văn bản',
  show: 'Xem',
  showOf: (version: number) => `Xem phiên bản ${String(version)}`,
  add: 'Thêm phiên bản',
  added: 'Đã thêm phiên bản.',
  terms: 'Các thời hạn',
  term: 'Thời hạn',
  workingDays: 'Ngày làm việc',
  daysSuffix: ' ngày làm việc',
  basis: 'Căn cứ',
  basisOf: (term: string) => `Căn cứ: ${term}`,
  labels: {
    effectiveFrom: 'Có hiệu lực từ',
    terms: 'Thời hạn',
    dueSoon: 'Nhắc khi còn (ngày làm việc)',
    infoReminder: 'Nhắc người gửi vào ngày thứ',
    freeForwardings: 'Số lần chuyển không cần lý do',
  },
  attachments: 'Tệp đính kèm',
  megabytesSuffix: ' MB',
  limits: {
    'attachments.maxBytes': 'Dung lượng tối đa của một tệp',
    'attachments.perCase': 'Số tệp tối đa của một hồ sơ',
    'attachments.types': 'Loại tệp được nhận',
    'attachments.basis': 'Căn cứ: tệp đính kèm',
  },
  keepsOpen: (count: string, version: number) =>
    `${count} hồ sơ đang mở giữ thời hạn của mình. Phiên bản này thay cho phiên bản ${String(version)} với hồ sơ nhận từ ngày có hiệu lực.`,
  sameLengths: 'Không thời hạn nào thay đổi.',
  changedLengths: 'Thời hạn thay đổi',
  examples: 'Ví dụ',
  received: 'Nhận ngày',
  today: 'Hiện nay',
  proposed: 'Theo phiên bản mới',
};

export type PoliciesTexts = typeof vi;
