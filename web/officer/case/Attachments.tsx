import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { sharedTexts } from '../../shared/messages';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';
import styles from './Attachments.module.css';
import { Section } from './Section';

type CaseFile = Schemas['AttachmentList']['items'][number];

const addressOf = ({ id }: CaseFile): string => `/v1/attachments/${id}`;
const previewOf = (file: CaseFile): string => `${addressOf(file)}?preview=true`;

/** The files of a case with the acts that brought them, and a look at those that a browser shows safely. */
export function Attachments({ code }: { readonly code: string }) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const query = $api.useQuery('get', '/v1/cases/{code}/attachments', { params: { path: { code } } });
  const [shown, show] = useState<CaseFile>();
  if (query.data?.items.length === 0) return null;
  return (
    <Section title={t.attachments}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack gap="sm" component="ul" className={styles.files}>
            {items.map((file) => (
              <FileRow key={`${String(file.seq)}.${file.id}`} file={file} onShow={show} />
            ))}
          </Stack>
        )}
      </Loaded>
      {shown && (
        <Modal
          opened
          onClose={() => {
            show(undefined);
          }}
          title={shown.name}
          closeButtonProps={{ 'aria-label': shared.close }}
          size="min(64rem, 95vw)"
        >
          <Preview file={shown} />
        </Modal>
      )}
    </Section>
  );
}

function FileRow({ file, onShow }: { readonly file: CaseFile; readonly onShow: (file: CaseFile) => void }) {
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
          {format.fileSize(file.size)} · {texts.events[file.act]}
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

function Preview({ file }: { readonly file: CaseFile }) {
  return file.type.startsWith('image/') ? (
    <img src={previewOf(file)} alt={file.name} className={styles.picture} />
  ) : (
    <iframe src={previewOf(file)} title={file.name} className={styles.document} />
  );
}
