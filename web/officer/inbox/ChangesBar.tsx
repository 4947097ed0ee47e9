import { Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import styles from './ChangesBar.module.css';
import type { ListChanges } from './useListChanges';

/** Says that the list is not the latest any more, and shows it when asked. */
export function ChangesBar({ changes, onShow }: { readonly changes: ListChanges; readonly onShow: () => void }) {
  const t = useTexts(officerTexts);
  const count = changes.here.size + changes.elsewhere;
  const shown = count > 0 || changes.unknown;
  return (
    <div role="status" className="screen-only">
      {shown && (
        <Group className={styles.bar} justify="space-between">
          <Text size="sm">{count > 0 ? t.changes(count) : t.changesUnknown}</Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={onShow}
          >
            {t.showChanges}
          </Button>
        </Group>
      )}
    </div>
  );
}
