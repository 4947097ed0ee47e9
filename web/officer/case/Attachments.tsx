import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import { caseTexts } from '../../shared/case/messages';
import { Dialog } from '../../shared/Dialog';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';
import styles from './Attachments.module.css';
import { addressOf, type CaseFile, FilePreview, previewOf } from './FilePreview';
import { Section } from '../../shared/Section';

/** The files of a case with the acts that brought them, and a look at those that a browser shows safely. */
export function Attachments({ code }: { readonly code: string }) {
  const t = useTexts(officerTexts);
  const query = $api.useQuery('get', '/v1/cases/{code}/attachments', { params: { path: { code } } });
  const [shown, show] = useState<CaseFile>();
  if (query.data?.items.length === 0) return null;
  return (
    <Section title={t.attachments}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack gap="sm" component="ul" className={styles.files}>
            {inFiles(items).map((uses) => (
              <FileRow key={uses[0].id} uses={uses} onShow={show} />
            ))}
          </Stack>
        )}
      </Loaded>
      {shown && (
        <Dialog
          opened
          onClose={() => {
            show(undefined);
          }}
          title={shown.name}
          size="min(64rem, 95vw)"
        >
          <FilePreview file={shown} title={shown.name} />
        </Dialog>
      )}
    </Section>
  );
}

type UsesOfFile = readonly [CaseFile, ...CaseFile[]];

/** A file that several acts name, such as a draft and the answer made of it, is there once. */
function inFiles(items: readonly CaseFile[]): UsesOfFile[] {
  const files = new Map<string, UsesOfFile>();
  for (const item of items) files.set(item.id, [...(files.get(item.id) ?? []), item]);
  return [...files.values()];
}

function FileRow({ uses, onShow }: { readonly uses: UsesOfFile; readonly onShow: (file: CaseFile) => void }) {
  const [file] = uses;
  const t = useTexts(officerTexts);
  const texts = useTexts(caseTexts);
  const format = useFormats();
  return (
    <Group component="li" wrap="nowrap" gap="sm" align="center">
      {file.previewable && file.type.startsWith('image/') ? (
        <img className={styles.thumbnail} src={previewOf(file)} alt="" loading="lazy" />
      ) : (
        <span className={styles.thumbnail}>
          <IconFile size={24} aria-hidden />
        </span>
      )}
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600}>{file.name}</Text>
        <Text size="sm" c="dimmed">
          {format.fileSize(file.size)} · {uses.map(({ act }) => texts.events[act]).join(', ')}
        </Text>
      </div>
      {file.previewable && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconEye size={16} aria-hidden />}
          aria-label={t.previewFile(file.name)}
          onClick={() => {
            onShow(file);
          }}
        >
          {t.preview}
        </Button>
      )}
      <Anchor href={addressOf(file)} download={file.name} aria-label={t.download(file.name)} className="screen-only">
        <IconDownload size={20} aria-hidden />
      </Anchor>
    </Group>
  );
}
