import { Button, FileButton, Input, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId } from 'react';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import type { FormPart } from '../../shared/forms/ActionForm';
import type { StoredFile } from '../../shared/forms/uploads';
import { Loaded } from '../../shared/states/Loaded';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';
import { FileOfCase } from './FileOfCase';
import { UploadedCopy } from './UploadedCopy';
import { useCopying } from './useCopying';

interface PublishedFilesProps {
  readonly code: string;
  readonly part: FormPart;
}

/** The files of the case with their copies for publication: which of them is published is chosen beside the original. */
export function PublishedFiles({ code, part: { label, error, values, set, onBusy } }: PublishedFilesProps) {
  const t = useTexts(officerTexts);
  const id = useId();
  const ofCase = { params: { path: { code } } };
  const files = $api.useQuery('get', '/v1/cases/{code}/attachments', ofCase);
  const draft = $api.useQuery('get', '/v1/cases/{code}/publication-draft', ofCase);
  const chosen = values['attachments'] as StoredFile[];
  const choose = (copy: StoredFile, published: boolean) => {
    const others = chosen.filter((other) => other.id !== copy.id);
    set({ attachments: published ? [...others, copy] : others });
  };
  const uploading = useCopying(
    code,
    (copy) => {
      choose(copy, true);
    },
    onBusy
  );
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} error={error} description={t.filesHint}>
      <Stack gap="sm" mt={4} role="group" aria-labelledby={id}>
        <Loaded query={draft}>
          {({ attachments }) =>
            attachments.map((file) => (
              <FileOfCase
                key={file.id}
                code={code}
                file={file}
                stored={files.data?.items.find((one) => one.id === file.id)}
                chosen={chosen}
                onChoose={choose}
              />
            ))
          }
        </Loaded>
        {chosen
          .filter((copy) => draft.data?.attachments.every(({ copies }) => copies.every((one) => one.id !== copy.id)))
          .map((copy) => (
            <UploadedCopy
              key={copy.id}
              copy={copy}
              onRemove={() => {
                choose(copy, false);
              }}
            />
          ))}
        <ProblemAlert error={uploading.error} />
        {uploading.found.length > 0 && (
          <Text size="sm" role="alert" c="var(--late-text)">
            {t.copyTells(uploading.found.map((kind) => t.findingKinds[kind]).join(', '))}
          </Text>
        )}
        <FileButton
          onChange={(file) => {
            if (file !== null) uploading.take(file);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={uploading.busy}
              leftSection={<IconUpload size={18} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
            >
              {t.uploadBlackedOut}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Input.Wrapper>
  );
}
