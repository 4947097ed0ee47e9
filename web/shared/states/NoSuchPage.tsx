import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { WayOn } from './WayOn';

export function NoSuchPage() {
  const t = useTexts(sharedTexts);
  return <WayOn title={t.notFoundTitle} text={t.notFoundText} />;
}
