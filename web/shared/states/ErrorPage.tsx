import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { NotForYou } from '../session/session';
import { FailedPage } from './FailedPage';
import { WayOn } from './WayOn';

/** What the router shows instead of a page that failed. */
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
  const tryAgain = () => {
    reset();
    void router.invalidate();
  };
  return <FailedPage error={error} onRetry={tryAgain} />;
}
