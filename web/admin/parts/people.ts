import { SERVICE } from '../../generated/rules';
import { usePersonName } from '../../shared/case/people';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';

/** What somebody who administers is called; the id where nobody of it is left. */
export function useAdministratorName(): (id: string) => string {
  const t = useTexts(partTexts);
  const personName = usePersonName();
  return (id) => (id === SERVICE ? t.service : (personName(id) ?? id));
}
