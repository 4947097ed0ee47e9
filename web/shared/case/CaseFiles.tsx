import { Anchor, List } from '@mantine/core';
import { $api } from '../api/client';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { sharedTexts } from '../messages';
import { Loaded } from '../states/Loaded';
import { caseTexts } from './messages';

/** The files of a case that one may see. */
export function CaseFiles({ code }: { code: string }) {
  const t = useTexts(caseTexts);
  const shared = useTexts(sharedTexts);
  const format = useFormats();
  const files = $api.useQuery('get', '/v1/cases/{code}/attachments', { params: { path: { code } } });
  return (
    <Loaded query={files}>
      {({ items }) =>
        items.length === 0 ? (
          shared.none
        ) : (
          <List listStyleType="none">
            {items.map(({ id, name, size }) => (
              <List.Item key={id}>
                <Anchor href={`/v1/attachments/${id}`} aria-label={t.openFile(name)}>
                  {name}
                </Anchor>{' '}
                ({format.fileSize(size)})
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
