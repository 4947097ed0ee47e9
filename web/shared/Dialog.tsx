import { Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useFocusBack } from './focus';
import { useTexts } from './i18n/catalogue';
import { sharedTexts } from './messages';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A size of the theme, or a width. */
  readonly size?: string;
  /** It holds something that is not shown again, or that is under way: Escape does not close it. */
  readonly held?: boolean;
  readonly children: ReactNode;
}

/**
 * A dialog over the page; what is in it begins anew each time. A slip beside it does not close it, nor does Escape while
 * something stands in it that was typed.
 */
export function Dialog({ title, opened, onClose, size = 'lg', held = false, children }: DialogProps) {
  const shared = useTexts(sharedTexts);
  useFocusBack(opened);
  // A dialog that closes keeps the words under which it was open.
  const [shown, setShown] = useState(title);
  if (opened && shown !== title) setShown(title);
  const writtenIn = useRef<Element | null>(null);
  const isHeld = () => held || writtenIn.current?.isConnected === true;
  return (
    <Modal
      opened={opened}
      // By Escape, and by the cross, which is meant whatever is held.
      onClose={() => {
        if (!isHeld()) onClose();
      }}
      title={shown}
      size={size}
      closeButtonProps={{
        'aria-label': shared.close,
        onClick: () => {
          if (isHeld()) onClose();
        },
      }}
      keepMounted={false}
      closeOnClickOutside={false}
    >
      {opened && (
        <div
          onInput={({ target }) => {
            if (isWrittenIn(target)) writtenIn.current = target;
          }}
        >
          {children}
        </div>
      )}
    </Modal>
  );
}

/** Whether one writes in it; boxes that are ticked are ticked again. */
const isWrittenIn = (field: EventTarget): field is HTMLTextAreaElement | HTMLInputElement =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !['checkbox', 'radio'].includes(field.type));
