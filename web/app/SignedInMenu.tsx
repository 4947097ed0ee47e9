import { Button, Menu, Text } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Principal } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { readsAbsences, standIns } from '../shared/session/actingFor';
import { endSession } from '../shared/session/session';
import { tellProblem } from '../shared/states/tellProblem';
import { StandIn } from './StandIn';
import styles from './AccountMenu.module.css';

/** Who is signed in, and the way out. */
export function SignedInMenu({ principal }: { principal: Principal }) {
  const t = useTexts(sharedTexts);
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await endSession(principal);
    } catch (error) {
      tellProblem(error, t);
      return;
    }
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
          aria-label={t.accountOf(principal.name)}
        >
          {principal.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="var(--mantine-color-text)">
            {principal.email}
          </Text>
          <Text size="sm" c="dimmed">
            {t.roles[principal.role]}
          </Text>
        </Menu.Label>
        {standIns.includes(principal.role) && <StandIn principal={principal} />}
        {readsAbsences.includes(principal.role) && (
          <Menu.Item onClick={() => void navigate({ to: '/absence' })}>{t.absence}</Menu.Item>
        )}
        <Menu.Item onClick={() => void navigate({ to: '/message-preferences' })}>{t.messagesToMe}</Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
