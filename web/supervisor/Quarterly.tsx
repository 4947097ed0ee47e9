import { Button, Group, NativeSelect, NumberInput, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../shared/api/client';
import { useDownload } from '../shared/api/useDownload';
import { MomentField } from '../shared/forms/MomentField';
import { useTexts } from '../shared/i18n/catalogue';
import { useToday } from '../shared/useToday';
import { OFFSET } from '../shared/days';
import { supervisorTexts } from './messages';

const formats = ['docx', 'pdf', 'xlsx'] as const;
const MONTHS_OF_QUARTER = 3;

interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** The quarter before that of a day: the one that is reported on. */
function lastQuarter(today: string): Quarter {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const quarter = Math.ceil(month / MONTHS_OF_QUARTER) - 1;
  return quarter === 0 ? { year: year - 1, quarter: 4 } : { year, quarter };
}

/** The report of a quarter to download. */
export function Quarterly() {
  const t = useTexts(supervisorTexts);
  const last = lastQuarter(useToday());
  const [given, setGiven] = useState<Quarter>();
  const chosen = given ?? last;
  const [asOf, setAsOf] = useState('');
  const download = useDownload();
  const query = { ...chosen, ...(asOf !== '' && { asOf: asOf + OFFSET }) };
  return (
    <Paper component="section" className="screen-only">
      <Title order={2} fz="h3">
        {t.quarterlyTitle}
      </Title>
      <Text c="dimmed" mb="sm">
        {t.quarterlyLead}
      </Text>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t.quarter}
          value={String(chosen.quarter)}
          data={['1', '2', '3', '4']}
          onChange={(event) => {
            setGiven({ ...chosen, quarter: Number(event.currentTarget.value) });
          }}
        />
        <NumberInput
          label={t.year}
          value={chosen.year}
          hideControls
          thousandSeparator=""
          w={100}
          onChange={(year) => {
            setGiven({ ...chosen, year: Number(year) });
          }}
        />
        <MomentField name="asOf" label={t.asOfMoment} value={asOf} onChange={setAsOf} />
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            loading={download.isPending && download.variables.name.endsWith(format)}
            onClick={() => {
              download.mutate({
                name: `bao-cao-quy-${String(chosen.quarter)}-${String(chosen.year)}.${format}`,
                ask: () =>
                  api.GET('/v1/reports/quarterly', { params: { query: { ...query, format } }, parseAs: 'blob' }),
              });
            }}
          >
            {t.download(format.toUpperCase())}
          </Button>
        ))}
      </Group>
    </Paper>
  );
}
