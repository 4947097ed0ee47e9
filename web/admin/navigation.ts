import type { NavigationItem } from '../shared/navigation';

export const adminNavigation: readonly NavigationItem[] = [
  { to: '/admin/accounts', label: { vi: 'Tài khoản', en: 'Accounts' }, for: ['admin'] },
  { to: '/admin/calendar', label: { vi: 'Lịch', en: 'Calendar' }, for: ['admin'] },
  { to: '/admin/agencies', label: { vi: 'Cơ quan', en: 'Agencies' }, for: ['admin'] },
  { to: '/admin/policies', also: '/admin/lists', label: { vi: 'Quy định', en: 'Rules' }, for: ['admin'] },
  { to: '/admin/webhooks', label: { vi: 'Điểm nhận', en: 'Subscribers' }, for: ['admin'] },
  { to: '/admin/templates', label: { vi: 'Mẫu thư', en: 'Messages' }, for: ['admin'] },
  { to: '/admin/audit', label: { vi: 'Nhật ký', en: 'Record' }, for: ['admin'] },
];
