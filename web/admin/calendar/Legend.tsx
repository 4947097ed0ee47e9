import { Group } from '@mantine/core';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { type EntryKind, entryKinds } from './entries';
import { calendarTexts } from './messages';
import { toneOf } from './tones';

/** What the colours and the letters of the days say. */
export function Legend() {
  const t = useTexts(calendarTexts);
  return (
    <Group gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t.legend}>
      {entryKinds.map((kind) => (
        <li key={kind}>
          <KindTag kind={kind} />
        </li>
      ))}
    </Group>
  );
}

/** What a day is, in a word on the colour that it has in the year. */
export function KindTag({ kind }: { readonly kind: EntryKind }) {
  const t = useTexts(calendarTexts);
  return (
    <Tag tone={toneOf[kind]}>
      {t.marks[kind]} · {t.kinds[kind]}
    </Tag>
  );
}
