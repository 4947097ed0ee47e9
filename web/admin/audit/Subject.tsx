import { useAgencyName } from '../../shared/case/agencies';
import { useTexts } from '../../shared/i18n/catalogue';
import { TextLink } from '../../shared/TextLink';
import { auditTexts } from './messages';

/** To what something was done; a link where there is a page of it. */
export function Subject({ subject }: { readonly subject: string }) {
  const t = useTexts(auditTexts);
  const agencyName = useAgencyName();
  const [kind = '', id = ''] = subject.split(/\/(.*)/s);
  const word = t.subjects[kind] ?? kind;
  if (kind === 'account')
    return (
      <TextLink to="/admin/accounts/$id" params={{ id }}>
        {word}
      </TextLink>
    );
  return <>{`${word} ${kind === 'agency' ? agencyName(id) : id}`}</>;
}
