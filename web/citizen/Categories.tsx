import { List } from '@mantine/core';
import { $api } from '../shared/api/client';
import { useLanguage } from '../shared/i18n/language';
import { Loaded } from '../shared/states/Loaded';

/** What a case may be about (R2). */
export function Categories() {
  const language = useLanguage();
  const categories = $api.useQuery('get', '/v1/categories');
  return (
    <Loaded query={categories}>
      {({ items }) => (
        <List spacing={6} style={{ columns: '2 24rem', columnGap: '3rem' }}>
          {items.map(({ code, label, labelEn }) => (
            <List.Item key={code}>{language === 'vi' ? label : labelEn}</List.Item>
          ))}
        </List>
      )}
    </Loaded>
  );
}
