import { overseers } from '../generated/rules';
import type { NavigationItem } from '../shared/navigation';

export const supervisorNavigation: readonly NavigationItem[] = [
  {
    to: '/overview',
    label: { vi: 'Toàn cảnh', en: 'Overview' },
    for: overseers,
  },
  {
    to: '/reports',
    label: { vi: 'Báo cáo', en: 'Reports' },
    for: ['agency_lead', ...overseers],
  },
  { to: '/partners', label: { vi: 'Đối soát', en: 'Reconciliation' }, for: ['supervisor'] },
];
