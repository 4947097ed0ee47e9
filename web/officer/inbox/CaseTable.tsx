import { Checkbox, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type RefObject, useMemo } from 'react';
import type { ListedCase } from '../../shared/api/types';
import { useAgencyName, useCategoryName } from '../../shared/case/agencies';
import { termNameOf } from '../../shared/case/deadline';
import { NextDeadlineBadge } from '../../shared/case/DeadlineBadge';
import { caseTexts } from '../../shared/case/messages';
import { StatusBadge } from '../../shared/case/StatusBadge';
import cards from '../../shared/cards.module.css';
import { DataCell } from '../../shared/DataCell';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import base from '../../shared/rows.module.css';
import { useHolderName } from '../holders';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';
import styles from './CaseTable.module.css';
import type { Column } from './columns';
import type { ListSearch } from './listSearch';
import type { Selection } from './useSelection';

interface CaseTableProps {
  readonly items: readonly ListedCase[];
  readonly columns: readonly Column[];
  readonly search: ListSearch;
  readonly selection: Selection;
  readonly changed: ReadonlySet<string>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
}

/** The cases of a page, one a row; on a narrow screen each becomes a card. */
export function CaseTable({ items, columns, search, selection, changed, body }: CaseTableProps) {
  const t = useTexts(officerTexts);
  const all = items.every(({ code }) => selection.has(code));
  const some = items.some(({ code }) => selection.has(code));
  return (
    <table className={`${base.rows ?? ''} ${cards.cards ?? ''} ${styles.table ?? ''}`}>
      <VisuallyHidden component="caption">{t.listCaption}</VisuallyHidden>
      <thead>
        <tr>
          <td className="screen-only">
            <Checkbox
              aria-label={t.selectPage}
              checked={all}
              indeterminate={some && !all}
              onChange={() => {
                selection.set(items, !all);
              }}
            />
          </td>
          <th scope="col">{t.columns.deadline}</th>
          <th scope="col">{t.columns.case}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item) => (
          <tr key={item.code} data-code={item.code} data-selected={selection.has(item.code) || undefined}>
            <td className={`${styles.choice} screen-only`}>
              <Checkbox
                aria-label={t.select(item.title)}
                checked={selection.has(item.code)}
                onChange={() => {
                  selection.set([item], !selection.has(item.code));
                }}
              />
            </td>
            <td>
              <NextDeadlineBadge next={item.nextDeadline} />
              <NextTerm item={item} />
            </td>
            <th scope="row">
              <Link to="/inbox/$code" params={{ code: item.code }} search={search} className={styles.title} data-opens>
                {item.title}
              </Link>
              <Text size="sm" c="dimmed" span className="tabular">
                {item.code}
              </Text>
              {changed.has(item.code) && <span className={styles.changed}>{t.changedMark}</span>}
            </th>
            <Cells item={item} columns={columns} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NextTerm({ item: { nextDeadline } }: { item: ListedCase }) {
  const t = useTexts(caseTexts);
  const format = useFormats();
  if (nextDeadline === null) return null;
  const { term, lastDay, provisional } = nextDeadline;
  const name = t.terms[termNameOf(term)];
  return (
    <Text size="xs" c="dimmed" mt={2} className={styles.term}>
      {name}, {format.shortDay(lastDay)}
      {provisional && t.provisionalMark}
    </Text>
  );
}

function Cells({ item, columns }: { item: ListedCase; columns: readonly Column[] }) {
  const t = useTexts(officerTexts);
  const { channels, provisionalMark } = useTexts(caseTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const categoryName = useCategoryName();
  const personName = usePersonName();
  const holderName = useHolderName();
  const cells = useMemo(
    (): Record<Column, () => React.ReactNode> => ({
      status: () => <StatusBadge status={item.status} />,
      agency: () => item.leadAgency && agencyName(item.leadAgency),
      officer: () => item.officer && personName(item.officer),
      waitsFor: () => item.waitsFor && holderName(item.waitsFor),
      category: () => item.category && categoryName(item.category),
      channel: () => channels[item.channel],
      receivedAt: () => <span className={`tabular ${styles.day ?? ''}`}>{format.dayOf(item.receivedAt)}</span>,
      answerDue: () =>
        item.answerDue && (
          <span className={`tabular ${styles.day ?? ''}`}>
            {format.lastDayOf(item.answerDue) + (item.answerDueProvisional ? provisionalMark : '')}
          </span>
        ),
    }),
    [item, channels, provisionalMark, format, agencyName, categoryName, personName, holderName]
  );
  return columns.map((column) => (
    <DataCell key={column} label={t.columns[column]}>
      {cells[column]()}
    </DataCell>
  ));
}
