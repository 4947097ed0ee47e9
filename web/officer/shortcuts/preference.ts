import { useLocalStorage } from '@mantine/hooks';

/** Whether single keys do something; speech input may press them by mistake, so they can be turned off (WCAG 2.1.4). */
export const useShortcutsOn = () =>
  useLocalStorage({ key: 'pakn.shortcuts', defaultValue: true, getInitialValueInEffect: false });
