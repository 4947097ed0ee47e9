import { useAgencyName } from '../shared/case/agencies';
import { useTexts } from '../shared/i18n/catalogue';
import { officerTexts } from './messages';

/** Names for whom a case waits: an agency, its submitter, the leadership. */
export function useHolderName(): (holder: string) => string {
  const t = useTexts(officerTexts);
  const agencyName = useAgencyName();
  return (holder) => (t.holders as Record<string, string | undefined>)[holder] ?? agencyName(holder);
}
