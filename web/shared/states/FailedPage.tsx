import { Button } from '@mantine/core';
import { problemOf } from '../api/problem';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { NoSuchPage } from './NoSuchPage';
import { problemText } from './problemText';
import { WayOn } from './WayOn';

/** In place of a page that failed: why, and another try. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTexts(sharedTexts);
  const problem = problemOf(error);
  if (problem?.status === 404) return <NoSuchPage />;
  return (
    <WayOn title={t.failedTitle} text={problem === null ? t.failedText : problemText(error, t)}>
      <Button onClick={onRetry}>{t.retry}</Button>
    </WayOn>
  );
}
