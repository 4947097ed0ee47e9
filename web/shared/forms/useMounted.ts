import { type RefObject, useEffect, useRef } from 'react';

/** Whether what uses it stands on the page, for answers that arrive when it may be gone. */
export function useMounted(): Readonly<RefObject<boolean>> {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
