export const vi = {
  lead: 'Những mục được chọn khi gửi, từ chối và công khai. Hồ sơ cũ giữ mục của mình.',
  kinds: {
    categories: 'Lĩnh vực',
    'rejection-reasons': 'Căn cứ không tiếp nhận',
    'publication-forms': 'Hình thức công khai',
  },
  labels: {
    code: 'Mã',
    label: 'Tên',
    labelEn: 'Tên tiếng Anh',
    basis: 'Căn cứ pháp lý',
    position: 'Thứ tự',
    validFrom: 'Dùng từ ngày',
    effectiveFrom: 'Thay đổi từ ngày',
    validThrough: 'Dùng đến hết ngày',
  },
  codeHint: 'Không đổi được về sau.',
  todayIfEmpty: 'Để trống là từ hôm nay.',
  validThroughHint: 'Để trống nếu còn dùng tiếp.',
  state: 'Tình trạng',
  offered: 'Đang dùng',
  offeredFrom: (day: string) => `Dùng từ ${day}`,
  ended: 'Không dùng nữa',
  periods: 'Các giai đoạn',
  add: 'Thêm mục',
  added: 'Đã thêm mục.',
  edit: 'Sửa',
  change: 'Sửa mục',
  changeOf: (label: string) => `Sửa ${label}`,
  changed: 'Đã lưu mục.',
};

export type ListsTexts = typeof vi;
