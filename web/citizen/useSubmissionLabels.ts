import { useTexts } from '../shared/i18n/catalogue';
import { citizenTexts } from './messages';
import type { FieldName } from './submission';

/** What the fields of a submission are called. */
export function useSubmissionLabels(): Record<FieldName, string> {
  const t = useTexts(citizenTexts);
  return {
    category: t.category,
    title: t.title,
    content: t.content,
    dossierNumber: t.dossierNumber,
    attachments: t.files,
    'submitter.name': t.name,
    'submitter.address': t.address,
    'submitter.phone': t.phone,
    'submitter.email': t.email,
  };
}
