import { Box } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { TabLink, TabLinks } from '../../shared/TabLinks';
import { type ListKind, listKinds } from '../lists/lists';
import { listsTexts } from '../lists/messages';
import { partTexts } from './messages';

/** The ways between what the rules give: the terms, and each list. */
export function RulesNav({ current }: { readonly current: 'terms' | ListKind }) {
  const t = useTexts(partTexts);
  const lists = useTexts(listsTexts);
  return (
    <Box mb="md">
      <TabLinks label={t.rules}>
        <TabLink to="/admin/policies" current={current === 'terms'}>
          {t.terms}
        </TabLink>
        {listKinds.map((kind) => (
          <TabLink key={kind} to="/admin/lists" search={{ kind }} current={current === kind}>
            {lists.kinds[kind]}
          </TabLink>
        ))}
      </TabLinks>
    </Box>
  );
}
