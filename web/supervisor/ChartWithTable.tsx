import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../shared/i18n/catalogue';
import { CaseListLink } from './CaseListLink';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';

interface Figure {
  readonly text: string;
  /** What it opens; a figure that counts no list opens none. */
  readonly filters?: Filters;
}

interface ChartWithTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly figures: readonly Figure[] }[];
  readonly children: ReactNode;
}

/** A chart whose parts open their lists, and the same as a table. */
export function ChartWithTable({ title, columns, rows, children }: ChartWithTableProps) {
  const t = useTexts(supervisorTexts);
  if (rows.length === 0) return <Text c="dimmed">{t.noFigures}</Text>;
  return (
    <>
      <div role="group" aria-label={title}>
        {children}
      </div>
      <details>
        <summary>{t.asTable(title)}</summary>
        <Table.ScrollContainer minWidth={280} mah={360} type="native">
          <Table className="tabular" aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, name, figures }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  {figures.map(({ text, filters }, index) => (
                    <Table.Td key={columns[index + 1]}>
                      {filters === undefined ? (
                        text
                      ) : (
                        <CaseListLink filters={filters} label={`${name}, ${columns[index + 1] ?? ''}: ${text}`}>
                          {text}
                        </CaseListLink>
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </>
  );
}
