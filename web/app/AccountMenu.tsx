import { Button, Menu, Text } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { endSession, useSession } from '../shared/session/session';
import styles from './AccountMenu.module.css';

/** Who is signed in, and signing out; for strangers the way in. */
export function AccountMenu() {
  const t = useTexts(sharedTexts);
  const session = useSession();
  const navigate = useNavigate();
  if (session === undefined) return null;
  if (session === null)
    return (
      <Link to="/sign-in" className={styles.enter}>
        {t.signIn}
      </Link>
    );
  const leave = async () => {
    await endSession();
    await navigate({ to: '/' });
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          size="sm"
          variant="transparent"
          c="var(--brand-text)"
          leftSection={<IconUserCircle size={22} aria-hidden />}
          classNames={{ label: styles.name, section: styles.picture }}
          aria-label={t.accountOf(session.name)}
        >
          {session.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="var(--mantine-color-text)">
            {session.email}
          </Text>
          <Text size="sm" c="dimmed">
            {t.roles[session.role]}
          </Text>
        </Menu.Label>
        <Menu.Item onClick={() => void leave()}>{t.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
