import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { foldAccents } from '../../shared/forms/foldAccents';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { DataTable } from '../../shared/DataTable';
import { DayField } from '../../shared/forms/DayField';
import { SearchBox } from '../parts/SearchBox';
import { agenciesTexts } from './messages';

interface AgencyTableProps {
  readonly onChange: (agency: Schemas['Agency']) => void;
}

/** The agencies of a day, today where none is chosen. */
export function AgencyTable({ onChange }: AgencyTableProps) {
  const t = useTexts(agenciesTexts);
  const [on, setOn] = useState('');
  const [words, setWords] = useState('');
  const query = $api.useQuery('get', '/v1/agencies', { params: { query: on === '' ? {} : { on } } });
  return (
    <Stack>
      <Group role="search" align="end" gap="sm">
        <SearchBox label={t.search} hint={t.searchHint} value={words} onChange={setWords} />
        <DayField name="on" label={t.on} error={undefined} value={on} onChange={setOn} />
      </Group>
      <Loaded query={query}>
        {({ items }) => {
          const found = items.filter(({ id, name, nameEn }) =>
            foldAccents(`${id} ${name} ${nameEn}`).includes(foldAccents(words))
          );
          return found.length === 0 ? (
            <Empty title={t.none} text={t.noneText} />
          ) : (
            <Rows agencies={found} onChange={on === '' ? onChange : null} />
          );
        }}
      </Loaded>
    </Stack>
  );
}

interface RowsProps {
  readonly agencies: readonly Schemas['Agency'][];
  /** Null where they are those of a chosen day: what is changed, is changed from today on. */
  readonly onChange: AgencyTableProps['onChange'] | null;
}

function Rows({ agencies, onChange }: RowsProps) {
  const t = useTexts(agenciesTexts);
  const format = useFormats();
  return (
    <DataTable
      caption={t.title}
      rows={agencies}
      keyOf={({ id }) => id}
      head={{
        label: t.labels.name,
        cell: ({ name, nameEn }) => (
          <>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed" lang="en">
              {nameEn}
            </Text>
          </>
        ),
      }}
      columns={[
        { label: t.labels.id, cell: ({ id }) => id },
        {
          label: t.approval,
          cell: ({ needsApproval }) => (needsApproval ? t.approvalNeeded : <Tag tone="quiet">{t.approvalFree}</Tag>),
        },
        { label: t.since, cell: ({ validFrom }) => format.day(validFrom) },
        {
          label: t.until,
          cell: ({ validThrough }) => validThrough && <Tag tone="soon">{format.day(validThrough)}</Tag>,
        },
        {
          label: t.people,
          cell: ({ id, name }) => (
            <TextLink to="/admin/accounts" search={{ agency: id }} aria-label={t.peopleOf(name)}>
              {t.peopleShort}
            </TextLink>
          ),
        },
        {
          label: '',
          cell: (agency) =>
            onChange && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t.changeOf(agency.name)}
                onClick={() => {
                  onChange(agency);
                }}
              >
                {t.edit}
              </Button>
            ),
        },
      ]}
    />
  );
}
