import type { NavigationItem } from '../shared/navigation';

export const officerNavigation: readonly NavigationItem[] = [];
