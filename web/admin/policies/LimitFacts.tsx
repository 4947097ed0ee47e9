import { Facts } from '../../shared/case/Facts';
import { type AttachmentLimits, fileTypeName } from '../../shared/forms/attachmentLimits';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { useBases } from './bases';
import { policiesTexts } from './messages';

/** What may be attached under a version. */
export function LimitFacts({ limits }: { readonly limits: AttachmentLimits }) {
  const { limits: labels } = useTexts(policiesTexts);
  const basisOf = useBases();
  const format = useFormats();
  return (
    <Facts
      facts={[
        [labels['attachments.maxBytes'], format.fileSize(limits.maxBytes)],
        [labels['attachments.perCase'], format.number(limits.perCase)],
        [labels['attachments.types'], limits.types.map(fileTypeName).join(', ')],
        [labels['attachments.basis'], basisOf(limits.basis)],
      ]}
    />
  );
}
