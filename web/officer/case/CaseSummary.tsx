import { Group } from '@mantine/core';
import type { Case } from '../../shared/api/types';
import { CaseCode } from '../../shared/case/CaseCode';
import { StatusBadge } from '../../shared/case/StatusBadge';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { officerTexts } from '../messages';

/** A case in a line: its code, where it stands, how and when it came. */
export function CaseSummary({ ofCase }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const texts = useTexts(caseTexts);
  const format = useFormats();
  return (
    <Group gap="sm" component="span">
      <CaseCode code={ofCase.code} />
      <StatusBadge status={ofCase.status} />
      <span>{t.receivedBy(format.moment(ofCase.receivedAt), texts.channels[ofCase.channel])}</span>
    </Group>
  );
}
