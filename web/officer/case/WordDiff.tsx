import { VisuallyHidden } from '@mantine/core';
import { diffWordsWithSpace } from 'diff';
import { Fragment, useMemo } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import styles from './WordDiff.module.css';

interface WordDiffProps {
  readonly before: string;
  readonly after: string;
  /** Which of the two is shown, with the words marked that the other one does not have. */
  readonly side: 'before' | 'after';
}

/** One of two texts with its own words marked, in colour, by underline or strike, and for ears. */
export function WordDiff({ before, after, side }: WordDiffProps) {
  const t = useTexts(officerTexts);
  const parts = useMemo(
    () => diffWordsWithSpace(before, after).filter(({ added, removed }) => (side === 'before' ? !added : !removed)),
    [before, after, side]
  );
  return parts.map(({ value, added, removed }, index) => {
    if (!added && !removed) return <Fragment key={index}>{value}</Fragment>;
    const Mark = added ? 'ins' : 'del';
    return (
      <Mark key={index} className={added ? styles.added : styles.removed}>
        <VisuallyHidden>{added ? t.addedMark : t.removedMark}</VisuallyHidden>
        {value}
      </Mark>
    );
  });
}
