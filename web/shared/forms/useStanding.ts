import { type RefObject, useEffect, useRef } from 'react';

/** Whether what uses it stands on the page, for answers that arrive when it may be gone. */
export function useStanding(): Readonly<RefObject<boolean>> {
  const standing = useRef(false);
  useEffect(() => {
    standing.current = true;
    return () => {
      standing.current = false;
    };
  }, []);
  return standing;
}
