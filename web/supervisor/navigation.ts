import type { NavigationItem } from '../shared/navigation';

export const supervisorNavigation: readonly NavigationItem[] = [
  {
    to: '/overview',
    label: { vi: 'Toàn cảnh', en: 'Overview' },
    for: ['reception', 'supervisor', 'leadership'],
  },
  {
    to: '/reports',
    label: { vi: 'Báo cáo', en: 'Reports' },
    for: ['agency_lead', 'reception', 'supervisor', 'leadership'],
  },
  { to: '/partners', label: { vi: 'Đối soát', en: 'Reconciliation' }, for: ['supervisor'] },
];
