import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import styles from './Changes.module.css';
import { changesBetween } from './changes';
import { auditTexts } from './messages';

/** What an act changed, part by part; opened on demand. */
export function Changes({
  event: { before, after },
}: {
  readonly event: { before?: unknown; after?: unknown };
}): ReactNode {
  const t = useTexts(auditTexts);
  const changes = changesBetween(before, after);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{t.changesOf(changes.length)}</summary>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={change.path}>
            <Text size="sm" c="dimmed" span>
              {change.path}:
            </Text>{' '}
            {change.before !== undefined && <del>{change.before}</del>}
            {change.before !== undefined && change.after !== undefined && ' → '}
            {change.after !== undefined && <ins>{change.after}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}
