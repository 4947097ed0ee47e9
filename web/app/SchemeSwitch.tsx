import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';

/** Turns the pages dark or light. */
export function SchemeSwitch() {
  const t = useTexts(sharedTexts);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      size="lg"
      variant="transparent"
      c="var(--brand-text)"
      aria-label={dark ? t.lightScheme : t.darkScheme}
      onClick={() => {
        setColorScheme(dark ? 'light' : 'dark');
      }}
    >
      {dark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
