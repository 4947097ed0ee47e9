import { notifications } from '@mantine/notifications';
import type { SharedTexts } from '../messages.vi';
import { problemText } from './problemText';

/** Tells beside the page why something failed that has no place of its own on it. */
export function tellProblem(error: unknown, t: SharedTexts): void {
  notifications.show({
    message: problemText(error, t),
    color: 'var(--late-text)',
    closeButtonProps: { 'aria-label': t.close },
  });
}
