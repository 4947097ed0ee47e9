import type { NavigationItem } from '../shared/navigation';

export const adminNavigation: readonly NavigationItem[] = [
  { to: '/admin/accounts', label: { vi: 'Tài khoản', en: 'Accounts' }, for: ['admin'] },
  { to: '/admin/audit', label: { vi: 'Nhật ký', en: 'Record' }, for: ['admin'] },
];
