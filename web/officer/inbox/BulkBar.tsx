import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { formTexts } from '../../shared/forms/messages';
import { officerTexts } from '../messages';
import styles from './BulkBar.module.css';
import { BulkForm } from './BulkForm';
import { bulkActions, type BulkAction } from './bulk';
import type { Selection } from './useSelection';

/** What can be done to the selected cases at once; each act goes to those that allow it. */
export function BulkBar({ selection }: { readonly selection: Selection }) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const [action, setAction] = useState<BulkAction>();
  const { items } = selection;
  const allowing = (wanted: BulkAction) => items.filter(({ allowedActions }) => allowedActions.includes(wanted));
  return (
    <>
      {items.length > 0 && (
        <Paper component="section" aria-label={t.bulk} p="sm" radius="md" className={`${styles.bar} screen-only`}>
          <Group gap="sm">
            <Text size="sm" fw={600} role="status">
              {t.selected(items.length)}
            </Text>
            {bulkActions.map((one) => {
              const count = allowing(one).length;
              return (
                count > 0 && (
                  <Button
                    key={one}
                    size="compact-md"
                    variant="default"
                    onClick={() => {
                      setAction(one);
                    }}
                  >
                    {forms.actions[one]}
                    {count < items.length && ` (${String(count)})`}
                  </Button>
                )
              );
            })}
            <Button size="compact-md" variant="subtle" ml="auto" onClick={selection.clear}>
              {t.clearSelection}
            </Button>
          </Group>
        </Paper>
      )}
      {action !== undefined && (
        <BulkForm
          action={action}
          items={allowing(action)}
          onClose={() => {
            setAction(undefined);
          }}
          onDone={(done) => {
            selection.set(done, false);
          }}
        />
      )}
    </>
  );
}
