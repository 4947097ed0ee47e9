import { queryClient } from '../api/queryClient';
import { actFor } from './actingFor';
import { settleExpiry } from './expiry';
import { EXPECTED, EXPIRED, HOLDER, sessionQuery } from './session';

/**
 * Follows what the other windows of the browser do with the session, which is one for all: where it has been ended or is
 * somebody else's, nothing of its person stays in this window, and nothing can be sent in the name of the next.
 */
export function followOtherWindows(): void {
  addEventListener('storage', ({ key }) => {
    if (key === HOLDER || key === null) follow();
  });
  // A page to which somebody goes back stands as they left it.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
}

function follow(): void {
  const mine = queryClient.getQueryData(sessionQuery.queryKey);
  const holder = localStorage.getItem(HOLDER);
  if (mine === undefined || mine === null) {
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  } else if (holder === mine.id) {
    settleExpiry(true);
  } else if (holder !== EXPECTED && holder !== EXPIRED) {
    actFor(null);
    location.replace('/');
  }
}
