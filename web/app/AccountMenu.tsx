import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { useSession } from '../shared/session/session';
import styles from './AccountMenu.module.css';

const SignedInMenu = lazy(() =>
  import('./SignedInMenu').then(({ SignedInMenu: component }) => ({ default: component }))
);

/** Who is signed in, and signing out; for strangers the way in. */
export function AccountMenu() {
  const t = useTexts(sharedTexts);
  const session = useSession();
  if (session === undefined) return null;
  if (session === null)
    return (
      <Link to="/sign-in" className={styles.enter}>
        {t.signIn}
      </Link>
    );
  return (
    <Suspense>
      <SignedInMenu principal={session} />
    </Suspense>
  );
}
