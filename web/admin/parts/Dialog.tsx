import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';

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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': shared.close }}
      keepMounted={false}
    >
      {opened && children}
    </Modal>
  );
}
