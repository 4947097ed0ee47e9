import type { ComponentType, ReactNode } from 'react';
import styles from './Tag.module.css';

export type Tone = 'calm' | 'soon' | 'late' | 'quiet' | 'info';

interface TagProps {
  readonly tone: Tone;
  readonly icon?: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  readonly children: ReactNode;
}

/** A short word on a coloured ground; the colour never says anything that the word does not. */
export function Tag({ tone, icon: Icon, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </span>
  );
}
