import { Table } from '@mantine/core';
import { useCategoryName } from '../shared/case/agencies';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { CaseListLink } from './CaseListLink';
import { NONE } from '../generated/rules';
import { supervisorTexts } from './messages';
import type { Overview } from './OverviewPage';
import { share } from './share';
import { useLeadName } from './useLeadName';

/** Colour enough to be seen, and little enough for the figure on it to be read. */
const DARKEST = 60;

/** Open cases by category and agency, the more the darker. */
export function HeatTable({ overview: { matrix, agencies } }: { overview: Overview }) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const nameOf = useLeadName();
  const categoryName = useCategoryName();
  const categoryOf = (code: string | null) => (code === null ? t.noCategory : categoryName(code));
  const categories = [...new Set(matrix.map(({ category }) => category))];
  const holders = agencies.filter(({ open }) => open > 0).map(({ agency }) => agency);
  const most = Math.max(1, ...matrix.map(({ cases }) => cases));
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table withColumnBorders className="tabular" aria-label={t.matrixTitle}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.agency}</Table.Th>
            {categories.map((category) => (
              <Table.Th key={category ?? NONE} miw="7rem">
                {categoryOf(category)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holders.map((agency) => (
            <Table.Tr key={agency ?? NONE}>
              <Table.Th scope="row" fw={400} miw="10rem">
                {nameOf(agency)}
              </Table.Th>
              {categories.map((category) => {
                const cell = matrix.find((one) => one.agency === agency && one.category === category);
                if (cell === undefined) return <Table.Td key={category ?? NONE} />;
                const depth = share(cell.cases, most) * (DARKEST / 100);
                return (
                  <Table.Td
                    key={category ?? NONE}
                    style={{ background: `color-mix(in srgb, var(--soon-ground) ${String(depth)}%, transparent)` }}
                  >
                    <CaseListLink
                      filters={{ lead: agency ?? NONE, category: category ?? NONE, open: 'true' }}
                      label={t.cellOf(nameOf(agency), categoryOf(category), cell.cases, cell.overdue)}
                    >
                      {format.number(cell.cases)}
                    </CaseListLink>
                    {cell.overdue > 0 && ` (${t.lateInCell(cell.overdue)})`}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
