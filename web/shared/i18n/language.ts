import { useSyncExternalStore } from 'react';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const STORED_AS = 'pakn.language';
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'vi';
document.documentElement.lang = current;

/** The language of the pages: Vietnamese until somebody chooses the other. */
const languageNow = (): Language => current;

/** Shows all pages in a language, now and the next time. */
export function chooseLanguage(language: Language): void {
  current = language;
  localStorage.setItem(STORED_AS, language);
  document.documentElement.lang = language;
  for (const tell of listeners) tell();
}

/** The language, and a new rendering when it changes. */
export const useLanguage = (): Language =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, languageNow);
