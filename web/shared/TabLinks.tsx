import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './TabLinks.module.css';

/** The ways between lists of one kind. */
export const TabLinks = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav aria-label={label} className={styles.tabs}>
    {children}
  </nav>
);

interface TabProps extends Omit<ComponentPropsWithRef<'a'>, 'className' | 'aria-current'> {
  readonly current: boolean;
}

const Tab = ({ current, ...props }: TabProps) => (
  <a {...props} className={styles.tab} aria-current={current ? 'page' : undefined} />
);

/** One of them. */
export const TabLink = createLink(Tab);
