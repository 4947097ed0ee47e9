import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Facts by their names, side by side where there is room; those that are not there are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, fact: ReactNode])[] }) {
  const known = facts.filter(([, fact]) => fact !== null && fact !== undefined && fact !== '');
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
