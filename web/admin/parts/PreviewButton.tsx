import { Button } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';

interface PreviewButtonProps {
  readonly preview: { readonly isPending: boolean; readonly mutate: () => void };
}

/** Shows what a form would do. */
export function PreviewButton({ preview }: PreviewButtonProps) {
  const t = useTexts(partTexts);
  return (
    <Button
      variant="default"
      loading={preview.isPending}
      onClick={() => {
        preview.mutate();
      }}
    >
      {t.preview}
    </Button>
  );
}
