import { Button } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';
import type { PreviewOf } from './usePreview';

interface PreviewButtonProps {
  readonly preview: Pick<PreviewOf<unknown>, 'isPending' | 'ask'>;
}

/** Shows what a form would do. */
export function PreviewButton({ preview }: PreviewButtonProps) {
  const t = useTexts(partTexts);
  return (
    <Button variant="default" loading={preview.isPending} onClick={preview.ask}>
      {t.preview}
    </Button>
  );
}
