import { Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { StoredFile } from '../../shared/forms/uploads';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { ChooseCopy } from './ChooseCopy';
import { CompareCopy } from './CompareCopy';
import type { BlackedOut } from './useCopying';

interface CopyOfBlackedOutProps {
  readonly blackedOut: BlackedOut;
  readonly chosen: readonly StoredFile[];
  readonly onChoose: (copy: StoredFile, published: boolean) => void;
}

/** A copy of a file that somebody blacked out: one looks at it before one chooses it, since a box may have come off (S7). */
export function CopyOfBlackedOut({ blackedOut: { original, copy }, chosen, onChoose }: CopyOfBlackedOutProps) {
  const t = useTexts(officerTexts);
  const [compared, compare] = useState(true);
  const isChosen = chosen.some(({ id }) => id === copy.id);
  const choose = (published: boolean) => {
    onChoose({ id: copy.id, name: original.name, size: copy.size }, published);
  };
  return (
    <Paper p="xs" radius="md">
      <Stack gap="xs">
        <Text fw={600}>{original.name}</Text>
        <ChooseCopy
          name={original.name}
          copy={copy}
          chosen={isChosen}
          onChoose={choose}
          onCompare={() => {
            compare(true);
          }}
        />
      </Stack>
      {compared && (
        <CompareCopy
          original={original}
          originalTitle={t.uploadedFile}
          copy={copy}
          chosen={isChosen}
          onChoose={(published) => {
            choose(published);
            compare(false);
          }}
          onClose={() => {
            compare(false);
          }}
        />
      )}
    </Paper>
  );
}
