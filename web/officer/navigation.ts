import { caseHandlers } from '../generated/rules';
import type { NavigationItem } from '../shared/navigation';

export const officerNavigation: readonly NavigationItem[] = [
  {
    to: '/inbox',
    label: { vi: 'Việc cần xử lý', en: 'Inbox' },
    for: caseHandlers,
  },
  { to: '/receive', label: { vi: 'Nhập hồ sơ', en: 'Enter a case' }, for: ['reception'] },
  { to: '/drafts', label: { vi: 'Thư đến', en: 'Messages' }, for: ['reception'] },
  {
    to: '/letters',
    label: { vi: 'Thư đi', en: 'Letters' },
    for: caseHandlers,
  },
  { to: '/texts', label: { vi: 'Mẫu', en: 'Texts' }, for: caseHandlers },
];
