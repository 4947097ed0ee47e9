import { Modal, type MantineSize } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from './i18n/catalogue';
import { sharedTexts } from './messages';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size?: MantineSize;
  readonly children: ReactNode;
}

/** A dialog over the page; what is in it begins anew each time. */
export function Dialog({ title, opened, onClose, size = 'lg', children }: DialogProps) {
  const shared = useTexts(sharedTexts);
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
