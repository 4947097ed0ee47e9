import { useEffect, useEffectEvent } from 'react';
import { hearChanges, type Told } from './changesStream';
import { onExpiryChange } from './session/expiry';

/**
 * Calls back whenever a case that the signed-in officer may see changes, and with `anything` where some changes may not
 * have been heard of: at the beginning, after a break, and when somebody comes back to the page.
 */
export function useLiveChanges(onChange: (told: Told) => void): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const stream = hearChanges(
      { connect: () => new EventSource('/v1/events/stream'), isHidden: () => document.hidden },
      tell
    );
    document.addEventListener('visibilitychange', stream.look);
    addEventListener('online', stream.look);
    const forget = onExpiryChange(stream.look);
    return () => {
      document.removeEventListener('visibilitychange', stream.look);
      removeEventListener('online', stream.look);
      forget();
      stream.end();
    };
  }, []);
}
