import { List } from '@mantine/core';
import { useCategories } from '../shared/case/agencies';
import { useEntryName } from '../shared/i18n/entryName';
import { Loaded } from '../shared/states/Loaded';

/** What a case may be about (R2). */
export function Categories() {
  const nameOf = useEntryName();
  return (
    <Loaded query={useCategories()}>
      {({ items }) => (
        <List spacing={6} style={{ columns: '2 24rem', columnGap: '3rem' }}>
          {items.map((category) => (
            <List.Item key={category.code}>{nameOf(category)}</List.Item>
          ))}
        </List>
      )}
    </Loaded>
  );
}
