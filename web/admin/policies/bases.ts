import { useTexts } from '../../shared/i18n/catalogue';
import { policiesTexts } from './messages';

/** What a term rests on in the language of the pages where it is built in, else as an administrator wrote it. */
export function useBases(): (basis: string) => string {
  const { bases } = useTexts(policiesTexts);
  return (basis) => bases[basis] ?? basis;
}
