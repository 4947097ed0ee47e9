import type { Schemas } from '../shared/api/types';
import { useCategoryName } from '../shared/case/agencies';
import { caseTexts } from '../shared/case/messages';
import { useTexts } from '../shared/i18n/catalogue';
import { supervisorTexts } from './messages';
import { useLeadName } from './useLeadName';

/** Names the rows of a report by what tells them apart. */
export function useRowName(by: Schemas['Report']['by']): (key: string | null) => string {
  const t = useTexts(supervisorTexts);
  const words = useTexts(caseTexts);
  const holderName = useLeadName();
  const categoryName = useCategoryName();
  return (key) => {
    if (by === 'agency') return holderName(key);
    if (by === 'category') return key === null ? t.noCategory : categoryName(key);
    return by === 'channel' ? ((words.channels as Record<string, string>)[key ?? ''] ?? '–') : (key ?? '–');
  };
}
