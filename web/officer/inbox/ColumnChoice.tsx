import { ActionIcon, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { type Column, columns } from './columns';

/** Which columns are shown. */
export function ColumnChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Column[];
  readonly onChange: (chosen: readonly Column[]) => void;
}) {
  const t = useTexts(officerTexts);
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className="screen-only"
          variant="default"
          size="lg"
          aria-label={t.chooseColumns}
          title={t.chooseColumns}
        >
          <IconColumns size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.chooseColumns}>
        <Checkbox.Group
          label={t.chooseColumns}
          value={[...chosen]}
          onChange={(value) => {
            onChange(value);
          }}
        >
          <Stack gap="xs" mt="xs">
            {columns.map((column) => (
              <Checkbox key={column} value={column} label={t.columns[column]} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
