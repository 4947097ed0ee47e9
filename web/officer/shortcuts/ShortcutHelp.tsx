import { ActionIcon, Kbd, Stack, Switch, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { Dialog } from '../../shared/Dialog';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { useShortcutsOn } from './preference';
import { useShortcuts } from './useShortcuts';

/** What the keys of a page do, at `?`; they can be turned off here. */
export function ShortcutHelp({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  const t = useTexts(officerTexts);
  const [opened, { open, close }] = useDisclosure();
  const [on, turn] = useShortcutsOn();
  useShortcuts({ '?': open });
  return (
    <>
      <ActionIcon
        className="screen-only"
        variant="default"
        size="lg"
        aria-label={t.shortcuts}
        title={t.shortcuts}
        onClick={open}
      >
        <IconKeyboard size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={opened} onClose={close} title={t.shortcuts} size="md">
        <Stack>
          <Switch
            checked={on}
            onChange={(event) => {
              turn(event.currentTarget.checked);
            }}
            label={t.shortcutsOn}
          />
          <Table>
            <Table.Tbody>
              {[...keys, ['?', t.keys.help] as const].map(([key, does]) => (
                <Table.Tr key={key}>
                  <Table.Th w={90} scope="row">
                    <Kbd>{key}</Kbd>
                  </Table.Th>
                  <Table.Td>{does}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Dialog>
    </>
  );
}
