import type { LinkProps } from '@tanstack/react-router';
import type { Role } from './api/types';
import type { Language } from './i18n/language';

/** An entry of the menu. */
export interface NavigationItem {
  readonly to: NonNullable<LinkProps['to']>;
  /** Whose pages belong to this entry too. */
  readonly also?: NavigationItem['to'];
  readonly label: Readonly<Record<Language, string>>;
  /** Who sees it; `stranger` is whoever is not signed in. A role's first entry is where its work begins. */
  readonly for: readonly (Role | 'stranger')[];
}
