import type { NavigationItem } from '../shared/navigation';

export const citizenNavigation: readonly NavigationItem[] = [
  { to: '/', label: { vi: 'Trang đầu', en: 'Home' }, for: ['stranger', 'submitter'] },
];
