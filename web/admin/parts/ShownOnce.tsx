import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';

/** A secret that is told this once: to be copied, and then forgotten by the page. */
export function ShownOnce({
  label,
  secret,
  text,
}: {
  readonly label: string;
  readonly secret: string;
  readonly text: string;
}) {
  const t = useTexts(partTexts);
  return (
    <Stack gap="sm">
      <Text>{text}</Text>
      <Group align="end" gap="sm">
        <TextInput
          label={label}
          value={secret}
          readOnly
          flex="1 1 16rem"
          data-autofocus
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            >
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t.shownOnce}
      </Text>
    </Stack>
  );
}
