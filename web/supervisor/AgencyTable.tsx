import { Button, Progress, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../shared/Dialog';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { answeredBy, dueSoonOf, openOf, overdueOf } from './agencyLists';
import { CaseListLink } from './CaseListLink';
import { NONE } from '../generated/rules';
import { supervisorTexts } from './messages';
import type { Overview } from './OverviewPage';
import { share } from './share';
import { UrgeForm } from './UrgeForm';
import { useLeadName } from './useLeadName';

/** Agencies, the worst first, with what each holds; its late cases can be urged from here. */
export function AgencyTable({ overview }: { overview: Overview }) {
  const { agencies } = overview;
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const nameOf = useLeadName();
  const [urged, setUrged] = useState<string | null>();
  const most = Math.max(1, ...agencies.map(({ overdue }) => overdue));
  return (
    <>
      <Table.ScrollContainer minWidth={720} type="native">
        <Table verticalSpacing="xs" className="tabular" aria-label={t.agenciesTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.agency}</Table.Th>
              <Table.Th w="28%">{t.late}</Table.Th>
              <Table.Th>{t.soon}</Table.Th>
              <Table.Th>{t.open}</Table.Th>
              <Table.Th>{t.onTimeShare}</Table.Th>
              <Table.Th>{t.urge}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agencies.map(({ agency, open, overdue, dueSoon, answered, onTime }) => {
              const name = nameOf(agency);
              const inTime = `${String(share(onTime, answered))}%`;
              return (
                <Table.Tr key={agency ?? NONE}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  <Table.Td>
                    <CaseListLink filters={overdueOf(agency)} label={t.lateOf(name, format.number(overdue))}>
                      {format.number(overdue)}
                    </CaseListLink>
                    <Progress value={(overdue / most) * 100} color="var(--late-text)" size="sm" aria-hidden />
                  </Table.Td>
                  <Table.Td>
                    <CaseListLink filters={dueSoonOf(agency, overview)} label={t.soonOf(name, format.number(dueSoon))}>
                      {format.number(dueSoon)}
                    </CaseListLink>
                  </Table.Td>
                  <Table.Td>
                    <CaseListLink filters={openOf(agency)} label={t.openOf(name, format.number(open))}>
                      {format.number(open)}
                    </CaseListLink>
                  </Table.Td>
                  <Table.Td>
                    {answered === 0 ? (
                      t.noAnswers
                    ) : (
                      <CaseListLink filters={answeredBy(agency, overview)} label={t.shareOf(name, inTime)}>
                        {inTime}
                      </CaseListLink>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {overdue > 0 && agency !== null && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t.urgeLateOf(name)}
                        onClick={() => {
                          setUrged(agency);
                        }}
                      >
                        {t.urge}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {agencies.length === 0 && <Text c="dimmed">{t.nothingOpen}</Text>}
      <Dialog
        opened={urged !== undefined}
        onClose={() => {
          setUrged(undefined);
        }}
        title={t.urgeLateOf(nameOf(urged ?? null))}
      >
        {urged !== undefined && <UrgeForm filters={overdueOf(urged)} />}
      </Dialog>
    </>
  );
}
