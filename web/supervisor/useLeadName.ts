import { useAgencyName } from '../shared/case/agencies';
import { useTexts } from '../shared/i18n/catalogue';
import { supervisorTexts } from './messages';

/** Names an agency, also where there is none yet. */
export function useLeadName(): (agency: string | null) => string {
  const t = useTexts(supervisorTexts);
  const agencyName = useAgencyName();
  return (agency) => (agency === null ? t.noAgencyYet : agencyName(agency));
}
