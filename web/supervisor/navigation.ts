import type { NavigationItem } from '../shared/navigation';

export const supervisorNavigation: readonly NavigationItem[] = [];
