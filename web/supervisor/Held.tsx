import { Paper, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '../shared/api/types';
import { useAgencyName } from '../shared/case/agencies';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import styles from './Held.module.css';
import { supervisorTexts } from './messages';
import { share } from './share';
import { useRowName } from './useRowName';

type Row = Pick<Schemas['ReportRow'], 'elapsedDays' | 'held'>;

/** With whom the cases of each row lay, and for how many working days (R10.1). */
export function Held({ report }: { readonly report: Schemas['Report'] }) {
  const t = useTexts(supervisorTexts);
  const nameOf = useRowName(report.by);
  const rows = report.rows.filter(({ held }) => held.length > 0);
  if (rows.length === 0) return null;
  return (
    <Paper component="section" p={0}>
      <div className={styles.head}>
        <Title order={2} fz="h3">
          {t.heldTitle}
        </Title>
        <Text size="sm" c="dimmed">
          {t.heldLead}
        </Text>
      </div>
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t.heldTitle}>
        <Table className="tabular" aria-label={t.heldTitle} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.groupings[report.by]}</Table.Th>
              <Table.Th>{t.elapsedDays}</Table.Th>
              <Table.Th>{t.heldBy}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Line key={row.key ?? ''} name={nameOf(row.key)} row={row} />
            ))}
            <Line name={t.total} row={report.total} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Line({ name, row: { elapsedDays, held } }: { readonly name: string; readonly row: Row }) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  return (
    <Table.Tr className={styles.line}>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>{format.number(elapsedDays)}</Table.Td>
      <Table.Td>
        <ul className={styles.holders}>
          {held.map(({ holder, days }) => (
            <li key={holder}>
              <span>
                {(t.holders as Record<string, string | undefined>)[holder] ?? agencyName(holder)}:{' '}
                {t.days(format.number(days))} ({share(days, elapsedDays)}%)
              </span>
              {days > 0 && (
                <span className={styles.bar} style={{ width: `${String(share(days, elapsedDays))}%` }} aria-hidden />
              )}
            </li>
          ))}
        </ul>
      </Table.Td>
    </Table.Tr>
  );
}
