export const vi = {
  service: 'Hệ thống',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  shownOnce: 'Chỉ hiện một lần này. Khi đóng lại, không ai xem lại được nữa.',
  document: 'Văn bản căn cứ',
  documentHint: 'Số, ngày của quyết định hoặc thông báo.',
  any: 'Tất cả',
  clear: (filter: string) => `Bỏ lọc: ${filter}`,
  clearFilters: 'Bỏ lọc',
  preview: 'Xem trước',
  rules: 'Quy định',
  terms: 'Thời hạn',
  save: 'Lưu',
  since: (day: string) => `từ ${day}`,
};

export type PartTexts = typeof vi;
