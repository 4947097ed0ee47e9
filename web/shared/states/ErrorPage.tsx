import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { problemOf } from '../api/problem';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { NotForYou } from '../session/session';
import { NoSuchPage } from './NoSuchPage';
import { problemText } from './problemText';
import { WayOn } from './WayOn';

/** What is shown instead of a page that failed. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useTexts(sharedTexts);
  const router = useRouter();
  if (error instanceof NotForYou)
    return (
      <WayOn title={t.notForYouTitle} text={t.notForYouText}>
        <Button component={Link} to="/sign-in">
          {t.signIn}
        </Button>
      </WayOn>
    );
  const problem = problemOf(error);
  if (problem?.status === 404) return <NoSuchPage />;
  const tryAgain = () => {
    reset();
    void router.invalidate();
  };
  return (
    <WayOn title={t.failedTitle} text={problem === null ? t.failedText : problemText(error, t)}>
      <Button onClick={tryAgain}>{t.retry}</Button>
    </WayOn>
  );
}
