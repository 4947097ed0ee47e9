import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { api } from '../api/client';
import { useDownload } from '../api/useDownload';
import { useTexts } from '../i18n/catalogue';
import { caseTexts } from './messages';

interface ReceiptButtonProps {
  readonly code: string;
  readonly size?: 'sm' | 'md';
}

/** Saves the receipt of a case as a document; for its submitter and for the counter. */
export function ReceiptButton({ code, size = 'md' }: ReceiptButtonProps) {
  const t = useTexts(caseTexts);
  const download = useDownload();
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconQrcode size={16} aria-hidden />}
      loading={download.isPending}
      onClick={() => {
        download.mutate({
          name: `${t.receiptFile}-${code}.pdf`,
          ask: () => api.GET('/v1/cases/{code}/receipt', { params: { path: { code } }, parseAs: 'blob' }),
        });
      }}
    >
      {t.receipt}
    </Button>
  );
}
