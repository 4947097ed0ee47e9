import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { useActingFor } from '../shared/session/actingFor';
import styles from './ActingForBar.module.css';

/** Says above every page that what is done here is done for an absent head. */
export function ActingForBar() {
  const t = useTexts(sharedTexts);
  if (useActingFor() === null) return null;
  return (
    <p role="status" className={`${styles.bar} screen-only`}>
      {t.actingForHead}
    </p>
  );
}
