import { ActionIcon, Anchor, Group, Paper, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { StoredFile } from '../../shared/forms/uploads';
import { formTexts } from '../../shared/forms/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { officerTexts } from '../messages';

/** A copy that is published and was made earlier of a file that an officer brought. */
export function UploadedCopy({ copy, onRemove }: { readonly copy: StoredFile; readonly onRemove: () => void }) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const format = useFormats();
  return (
    <Paper p="xs" radius="md">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Anchor href={`/v1/attachments/${copy.id}`} fw={600}>
            {copy.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t.blackedOut} · {format.fileSize(copy.size)}
          </Text>
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label={forms.removeFile(copy.name)} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
