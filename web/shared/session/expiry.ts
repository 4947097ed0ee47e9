import { useSyncExternalStore } from 'react';

/** Whoever waits for the person to sign in again. */
let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();
const tellAll = () => {
  for (const tell of listeners) tell();
};

/** Asks the person to sign in again over the page as it is; true once they have, false where they will not. */
export function signedInAgain(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    tellAll();
  });
}

/** Lets everything go on that waited. */
export function settleExpiry(signedIn: boolean): void {
  const settled = waiting;
  waiting = [];
  for (const resolve of settled) resolve(signedIn);
  tellAll();
}

/** Calls back whenever somebody is asked to sign in again, and when that is settled. @returns what ends it */
export function onExpiryChange(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

/** Whether somebody is asked to sign in again. */
export const useExpired = (): boolean => useSyncExternalStore(onExpiryChange, () => waiting.length > 0);
