import { useLocalStorage } from '@mantine/hooks';

/** The columns that one may choose, in their order; deadline and case are always there. */
export const columns = [
  'status',
  'agency',
  'officer',
  'waitsFor',
  'category',
  'channel',
  'receivedAt',
  'answerDue',
] as const;

export type Column = (typeof columns)[number];

const usual: Column[] = ['status', 'agency', 'officer', 'receivedAt'];

/** The chosen columns, kept in this browser. */
export function useColumns(): [readonly Column[], (chosen: readonly Column[]) => void] {
  const [chosen, choose] = useLocalStorage<Column[]>({
    key: 'pakn.columns',
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  return [
    columns.filter((column) => chosen.includes(column)),
    (next) => {
      choose([...next]);
    },
  ];
}
