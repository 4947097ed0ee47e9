import { useEffect, useEffectEvent } from 'react';

/** A case that changed. */
export interface CaseChange {
  readonly code: string;
  readonly seq: number;
}

/** Calls back whenever a case that the signed-in officer may see changes, and after a break, when anything may have. */
export function useLiveChanges(onChange: (change: CaseChange | 'anything') => void): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const source = new EventSource('/v1/events/stream');
    let broken = false;
    source.addEventListener('case', (event: MessageEvent<string>) => {
      tell(JSON.parse(event.data) as CaseChange);
    });
    source.onerror = () => {
      broken = true;
    };
    source.onopen = () => {
      if (broken) tell('anything');
      broken = false;
    };
    return () => {
      source.close();
    };
  }, []);
}
