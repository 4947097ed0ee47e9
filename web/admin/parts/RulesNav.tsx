import { Group } from '@mantine/core';
import { ButtonLink } from '../../shared/ButtonLink';
import { useTexts } from '../../shared/i18n/catalogue';
import { type ListKind, listKinds } from '../lists/lists';
import { listsTexts } from '../lists/messages';
import { partTexts } from './messages';

/** The ways between what the rules give: the terms, and each list. */
export function RulesNav({ current }: { readonly current: 'terms' | ListKind }) {
  const t = useTexts(partTexts);
  const lists = useTexts(listsTexts);
  const look = (isCurrent: boolean) =>
    ({
      size: 'sm',
      variant: isCurrent ? 'filled' : 'default',
      'aria-current': isCurrent ? 'page' : undefined,
    }) as const;
  return (
    <Group component="nav" aria-label={t.rules} gap="xs" mb="md">
      <ButtonLink to="/admin/policies" {...look(current === 'terms')}>
        {t.terms}
      </ButtonLink>
      {listKinds.map((kind) => (
        <ButtonLink key={kind} to="/admin/lists" search={{ kind }} {...look(current === kind)}>
          {lists.kinds[kind]}
        </ButtonLink>
      ))}
    </Group>
  );
}
