import { useEffect, useRef } from 'react';

/** Takes the focus to the title of the page: where the work goes on once what had it is gone. */
export const focusPage = (): void => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });

/** As a `ref`: takes the focus when it appears in place of what had it. */
export const focusOnAppearing = (element: HTMLElement | null): void => {
  element?.focus();
};

/** For what begins a part of a page: it takes the focus when the part becomes another one, but not at first. */
export function useFocusOnChange<Element extends HTMLElement>(part: unknown) {
  const beginning = useRef<Element>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current !== part) beginning.current?.focus();
    shown.current = part;
  }, [part]);
  return beginning;
}

const RETURN_MILLIS = 20;

/**
 * Gives the focus back when what was opened over the page closes or goes: to what had it before, and to the page's title
 * where that has gone too.
 */
export function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        if (before instanceof HTMLElement && before !== document.body && before.isConnected)
          before.focus({ preventScroll: true });
        else focusPage();
      }, RETURN_MILLIS);
    };
  }, [opened]);
}
