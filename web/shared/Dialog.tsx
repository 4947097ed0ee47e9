import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFocusBack } from './focus';
import { useTexts } from './i18n/catalogue';
import { sharedTexts } from './messages';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A size of the theme, or a width. */
  readonly size?: string;
  readonly children: ReactNode;
}

/** A dialog over the page; what is in it begins anew each time. */
export function Dialog({ title, opened, onClose, size = 'lg', children }: DialogProps) {
  const shared = useTexts(sharedTexts);
  useFocusBack(opened);
  // A dialog that closes keeps the words under which it was open.
  const [shown, setShown] = useState(title);
  if (opened && shown !== title) setShown(title);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={shown}
      size={size}
      closeButtonProps={{ 'aria-label': shared.close }}
      keepMounted={false}
    >
      {opened && children}
    </Modal>
  );
}
