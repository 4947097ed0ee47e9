import { ActionIcon, CopyButton, Group, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../i18n/catalogue';
import { caseTexts } from './messages';

/** A case's code, to be read and copied. */
export function CaseCode({ code }: { code: string }) {
  const t = useTexts(caseTexts);
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <span className="tabular" translate="no">
        {code}
      </span>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <ActionIcon className="screen-only" variant="subtle" size="sm" aria-label={t.copyCode} onClick={copy}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            <VisuallyHidden role="status">{copied ? t.copied : ''}</VisuallyHidden>
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
