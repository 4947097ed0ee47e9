import { SERVICE } from '../../generated/rules';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';

const QUARTER_HOUR = 900_000;

/** What somebody who administers is called; the id where nobody of it is left. */
export function usePersonName(): (id: string) => string {
  const t = useTexts(partTexts);
  const { data } = $api.useQuery('get', '/v1/people', {}, { staleTime: QUARTER_HOUR });
  return (id) => (id === SERVICE ? t.service : (data?.items.find((person) => person.id === id)?.name ?? id));
}
