import type { NavigationItem } from '../shared/navigation';

export const citizenNavigation: readonly NavigationItem[] = [
  { to: '/my-cases', label: { vi: 'Hồ sơ của tôi', en: 'My cases' }, for: ['submitter'] },
  { to: '/', label: { vi: 'Trang đầu', en: 'Home' }, for: ['stranger'] },
  { to: '/submit', label: { vi: 'Gửi phản ánh', en: 'Send feedback' }, for: ['stranger', 'submitter'] },
  { to: '/answers', label: { vi: 'Trả lời đã công khai', en: 'Published answers' }, for: ['stranger', 'submitter'] },
  { to: '/track', label: { vi: 'Tra cứu', en: 'Track' }, for: ['stranger', 'submitter'] },
];
