import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { Dialog } from '../../shared/Dialog';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { FilePreview, type ShownFile } from '../case/FilePreview';
import { officerTexts } from '../messages';

interface CompareCopyProps {
  readonly original: ShownFile;
  /** What the original is to whom it is shown. */
  readonly originalTitle: string;
  readonly copy: Pick<Schemas['RedactedAttachment'], 'id' | 'found'>;
  readonly chosen: boolean;
  readonly onChoose: (published: boolean) => void;
  readonly onClose: () => void;
}

/** A file and its copy for publication side by side, and the choice whether the copy is published. */
export function CompareCopy({ original, originalTitle, copy, chosen, onChoose, onClose }: CompareCopyProps) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const tells = copy.found.map((kind) => t.findingKinds[kind]).join(', ');
  return (
    <Dialog opened onClose={onClose} title={t.compareTitle(original.name)} size="min(88rem, 95vw)">
      <Stack>
        <Text>{t.compareHint}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Side title={originalTitle} file={original} />
          <Side title={t.copyForPublication} file={{ ...original, id: copy.id }} />
        </SimpleGrid>
        {tells !== '' && (
          <Text role="alert" c="var(--late-text)">
            {t.copyTells(tells)}
          </Text>
        )}
        <Group>
          {tells === '' && (
            <Button
              onClick={() => {
                onChoose(!chosen);
              }}
            >
              {chosen ? t.publishNot : t.publishCopy}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {shared.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Side({ title, file }: { readonly title: string; readonly file: ShownFile }) {
  return (
    <div>
      <Text fw={600} component="h3" size="md" mb="xs">
        {title}
      </Text>
      <FilePreview file={file} title={`${title}: ${file.name}`} />
    </div>
  );
}
