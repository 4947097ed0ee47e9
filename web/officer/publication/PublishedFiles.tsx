import { Button, FileButton, Input, Stack } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import type { FormPart } from '../../shared/forms/ActionForm';
import type { StoredFile } from '../../shared/forms/uploads';
import { Loaded } from '../../shared/states/Loaded';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';
import { FileOfCase } from './FileOfCase';
import { CopyOfBlackedOut } from './CopyOfBlackedOut';
import { UploadedCopy } from './UploadedCopy';
import { type BlackedOut, useCopying } from './useCopying';

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
  const choose = (copy: StoredFile, published: boolean, instead: readonly string[] = []) => {
    const others = chosen.filter(({ id: other }) => other !== copy.id && !(published && instead.includes(other)));
    set({ attachments: published ? [...others, copy] : others });
  };
  const [uploaded, setUploaded] = useState<readonly BlackedOut[]>([]);
  const uploading = useCopying(
    code,
    (blackedOut) => {
      setUploaded((before) => [...before, blackedOut]);
    },
    onBusy
  );
  const shown = new Set([
    ...uploaded.map(({ copy }) => copy.id),
    ...(draft.data?.attachments ?? []).flatMap(({ copies }) => copies.map(({ id: one }) => one)),
  ]);
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
        {uploaded.map((one) => (
          <CopyOfBlackedOut key={one.copy.id} blackedOut={one} chosen={chosen} onChoose={choose} />
        ))}
        {chosen
          .filter((copy) => draft.isSuccess && !shown.has(copy.id))
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
