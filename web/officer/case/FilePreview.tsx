import { Text } from '@mantine/core';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import styles from './FilePreview.module.css';

export type CaseFile = Schemas['AttachmentList']['items'][number];
/** What is known of any file, whether an act has named it or not. */
export type ShownFile = Pick<CaseFile, 'id' | 'name' | 'type' | 'previewable'>;

export const addressOf = ({ id }: Pick<CaseFile, 'id'>): string => `/v1/attachments/${id}`;
export const previewOf = (file: Pick<CaseFile, 'id'>): string => `${addressOf(file)}?preview=true`;

/** A file as far as a browser shows it safely: a picture or a PDF. */
export function FilePreview({ file, title }: { readonly file: ShownFile; readonly title: string }) {
  const t = useTexts(officerTexts);
  if (!file.previewable) return <Text c="dimmed">{t.noPreview}</Text>;
  return file.type.startsWith('image/') ? (
    <img src={previewOf(file)} alt={title} className={styles.picture} />
  ) : (
    <iframe src={previewOf(file)} title={title} className={styles.document} />
  );
}
