import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { useLater } from '../useLater';
import { useExpired } from './expiry';
import { useSession } from './session';
import styles from './SignInAgain.module.css';

/**
 * Asks for signing in again as soon as something needs it. What asks is there from when somebody is signed in: by the time
 * a session ends a newer build may have taken its place.
 */
export function SignInAgain() {
  const t = useTexts(sharedTexts);
  const isSignedIn = Boolean(useSession());
  const expired = useExpired();
  const dialog = useLater('signInDialog', () => import('./SignInDialog'), isSignedIn || expired);
  if (!expired) return null;
  if (dialog.data) return <dialog.data.SignInDialog />;
  if (!dialog.isError) return null;
  // In a window of its own: whoever signs in there goes on here.
  return (
    <p role="alert" className={styles.bar}>
      {t.sessionEndedText}{' '}
      <a href="/sign-in" target="_blank">
        {t.signIn}
      </a>
    </p>
  );
}
