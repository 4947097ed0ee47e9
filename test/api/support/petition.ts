/** What a citizen sends through the portal. */
export const petition = {
  channel: 'portal',
  category: 'practice_differs',
  title: 'Yêu cầu thêm giấy tờ',
  content: 'Thủ tục công bố không có yêu cầu này.',
  submitter: { name: 'Người gửi mẫu', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'gui@example.vn' },
};
