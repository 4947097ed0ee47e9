import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { useSession } from '../shared/session/session';
import { useLater } from '../shared/useLater';
import styles from './AccountMenu.module.css';

/** Who is signed in, and signing out; for strangers the way in. */
export function AccountMenu() {
  const t = useTexts(sharedTexts);
  const session = useSession();
  const menu = useLater('menu', () => import('./SignedInMenu'), Boolean(session));
  if (session === undefined) return null;
  if (session === null)
    return (
      <Link to="/sign-in" className={styles.enter}>
        {t.signIn}
      </Link>
    );
  if (menu.data) return <menu.data.SignedInMenu principal={session} />;
  if (!menu.isError) return null;
  // A document that is asked for anew names the parts of the newest build.
  return (
    <Button
      size="sm"
      variant="transparent"
      c="var(--brand-text)"
      aria-label={t.reloadMenu}
      onClick={() => {
        location.reload();
      }}
    >
      {t.reload}
    </Button>
  );
}
