import { adminNavigation } from '../admin/navigation';
import { citizenNavigation } from '../citizen/navigation';
import { officerNavigation } from '../officer/navigation';
import type { Role } from '../shared/api/types';
import type { NavigationItem } from '../shared/navigation';
import { supervisorNavigation } from '../supervisor/navigation';

const all = [...officerNavigation, ...supervisorNavigation, ...adminNavigation, ...citizenNavigation];

/** The menu of somebody. */
export const navigationFor = (who: Role | 'stranger'): readonly NavigationItem[] =>
  all.filter((item) => item.for.includes(who));

/** The page on which a role's work begins. */
export const homeOf = (role: Role): NavigationItem['to'] => navigationFor(role)[0]?.to ?? '/';
