import type { NavigationItem } from '../shared/navigation';

export const adminNavigation: readonly NavigationItem[] = [];
