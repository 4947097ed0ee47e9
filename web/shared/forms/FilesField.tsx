import { ActionIcon, FileButton, Button, Group, Input, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconTrash, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem';
import type { Case } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { sharedTexts } from '../messages';
import { problemText } from '../states/problemText';
import { formTexts } from './messages';
import { fileTypeName, useAttachmentLimits } from './attachmentLimits';
import type { StoredFile } from './uploads';
import { type PendingFile, useUploads } from './useUploads';

interface FilesFieldProps {
  /** The name under which faults tell of it. */
  readonly name: string;
  readonly label: ReactNode;
  /** The case whose act names the files; left out for a new one. */
  readonly ofCase?: Pick<Case, 'code' | 'policy'> | undefined;
  readonly value: readonly StoredFile[];
  readonly onChange: (files: StoredFile[]) => void;
  readonly error?: ReactNode;
  /** Told whether files are still on their way. */
  readonly onBusy?: (busy: boolean) => void;
  /** Shows what is on its way or was refused and nothing else: where a form is on another step than that of its files. */
  readonly onlyPending?: boolean;
}

/** Files that go with a form: each is sent at once, with its progress, and can be taken away again. */
export function FilesField({
  name,
  label,
  ofCase,
  value,
  onChange,
  error,
  onBusy,
  onlyPending = false,
}: FilesFieldProps) {
  const t = useTexts(formTexts);
  const [told, tell] = useState('');
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const limits = useAttachmentLimits(ofCase);
  const uploads = useUploads({
    caseCode: ofCase?.code,
    maxBytes: limits?.maxBytes,
    onStored: (file) => {
      latest.current = [...latest.current, file];
      onChange([...latest.current]);
      tell(t.uploaded(file.name));
    },
  });
  const format = useFormats();
  const hint =
    limits &&
    t.uploadHint(format.fileSize(limits.maxBytes), format.number(limits.perCase), limits.types.map(fileTypeName));
  const busy = uploads.pending.some(({ refusal }) => refusal === undefined);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const id = useId();
  const pendingRows = uploads.pending.map((file) => (
    <PendingFileRow
      key={file.key}
      file={file}
      onCancel={() => {
        uploads.cancel(file.key);
      }}
      onAgain={() => {
        uploads.again(file);
      }}
    />
  ));
  if (onlyPending) return pendingRows.length > 0 && <Stack gap="xs">{pendingRows}</Stack>;
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error} description={hint}>
      <Stack gap="xs" mt={4} role="group" aria-labelledby={id}>
        {value.map((file) => (
          <StoredFileRow
            key={file.id}
            file={file}
            onRemove={() => {
              onChange(value.filter((other) => other.id !== file.id));
            }}
          />
        ))}
        {pendingRows}
        <FileButton
          multiple
          onChange={(files) => {
            files.forEach(uploads.start);
          }}
        >
          {(props) => (
            <Button
              {...props}
              data-field={name}
              variant="default"
              leftSection={<IconPaperclip size={18} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
            >
              {t.upload}
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {told}
        </Text>
      </Stack>
    </Input.Wrapper>
  );
}

function StoredFileRow({ file, onRemove }: { file: StoredFile; onRemove: () => void }) {
  const t = useTexts(formTexts);
  const format = useFormats();
  return (
    <Paper p="xs" radius="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {file.name} <span style={{ whiteSpace: 'nowrap' }}>({format.fileSize(file.size)})</span>
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label={t.removeFile(file.name)} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}

interface PendingFileRowProps {
  readonly file: PendingFile;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

function PendingFileRow({ file: { file, percent, refusal }, onCancel, onAgain }: PendingFileRowProps) {
  const t = useTexts(formTexts);
  const shared = useTexts(sharedTexts);
  const failed = refusal !== undefined;
  return (
    <Paper p="xs" radius="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{file.name}</Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={failed ? t.removeFile(file.name) : t.cancelUpload(file.name)}
          onClick={onCancel}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {failed ? (
        <Group gap="xs">
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problemText(refusal, shared)}
          </Text>
          {/* What was refused for its own sake would be again. */}
          {(problemOf(refusal)?.status ?? 500) >= 500 && (
            <Button size="compact-sm" variant="default" aria-label={t.retryUpload(file.name)} onClick={onAgain}>
              {shared.retry}
            </Button>
          )}
        </Group>
      ) : (
        <Progress value={percent} aria-label={t.uploading(file.name, percent)} />
      )}
    </Paper>
  );
}
