import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import type { StoredFile } from '../../shared/forms/uploads';
import { useTexts } from '../../shared/i18n/catalogue';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';
import type { CaseFile } from '../case/FilePreview';
import { ChooseCopy } from './ChooseCopy';
import { CompareCopy } from './CompareCopy';
import { copyForPublication } from './useCopying';

type DraftFile = Schemas['PublicationDraft']['attachments'][number];
type Copy = DraftFile['copies'][number];

interface FileOfCaseProps {
  readonly code: string;
  readonly file: DraftFile;
  /** The same as a file of the case: its type and size. */
  readonly stored: CaseFile | undefined;
  readonly chosen: readonly StoredFile[];
  /** @param instead the copies in whose place one is published. */
  readonly onChoose: (copy: StoredFile, published: boolean, instead: readonly string[]) => void;
}

/** A file of the case: makes a copy of it for publication, shows the two side by side, and has the copy chosen. */
export function FileOfCase({ code, file, stored, chosen, onChoose }: FileOfCaseProps) {
  const t = useTexts(officerTexts);
  const queries = useQueryClient();
  const [compared, compare] = useState<string>();
  const copying = useMutation({
    mutationFn: () => copyForPublication(file.id),
    onSuccess: async (copy) => {
      await queries.invalidateQueries(
        $api.queryOptions('get', '/v1/cases/{code}/publication-draft', { params: { path: { code } } })
      );
      compare(copy.id);
    },
  });
  const isChosen = ({ id }: Copy) => chosen.some((one) => one.id === id);
  const choose = (copy: Copy, published: boolean) => {
    const outdated = file.copies.filter((one) => one.outdated).map(({ id }) => id);
    onChoose({ id: copy.id, name: file.name, size: stored?.size ?? 0 }, published, outdated);
  };
  // What may not be published any more is there to be taken back alone.
  const copies = file.copies.filter((copy) => !copy.outdated || isChosen(copy));
  const shown = file.copies.find(({ id }) => id === compared);
  return (
    <Paper p="xs" radius="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{file.name}</Text>
          {file.copies.every(({ outdated }) => outdated) && (
            <Button
              size="compact-md"
              variant="default"
              loading={copying.isPending}
              leftSection={<IconCopyCheck size={16} aria-hidden />}
              aria-label={t.makeCopyOf(file.name)}
              onClick={() => {
                copying.mutate();
              }}
            >
              {t.makeCopy}
            </Button>
          )}
        </Group>
        <ProblemAlert error={copying.error} />
        {copies.map((copy) => (
          <ChooseCopy
            key={copy.id}
            name={file.name}
            copy={copy}
            chosen={isChosen(copy)}
            onChoose={(published) => {
              choose(copy, published);
            }}
            onCompare={() => {
              compare(copy.id);
            }}
          />
        ))}
      </Stack>
      {shown && stored && (
        <CompareCopy
          original={stored}
          originalTitle={t.originalFile}
          copy={shown}
          chosen={isChosen(shown)}
          onChoose={(published) => {
            choose(shown, published);
            compare(undefined);
          }}
          onClose={() => {
            compare(undefined);
          }}
        />
      )}
    </Paper>
  );
}
