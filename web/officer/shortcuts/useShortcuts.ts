import { useEffect, useEffectEvent } from 'react';
import { useShortcutsOn } from './preference';

const writing =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]';

/** Whether a key belongs to something else: a text that is being written, a dialog, the browser. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.target instanceof Element && event.target.closest(writing) !== null) return true;
  return [...document.querySelectorAll('[role=dialog], [role=menu]')].some((open) => open.checkVisibility());
}

/** Does something at a single key, by its name as `KeyboardEvent.key` has it; never while somebody is writing. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const [on] = useShortcutsOn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = shortcuts[event.key];
    if (act === undefined || isTaken(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!on) return;
    const listener = (event: KeyboardEvent) => {
      press(event);
    };
    addEventListener('keydown', listener);
    return () => {
      removeEventListener('keydown', listener);
    };
  }, [on]);
}
