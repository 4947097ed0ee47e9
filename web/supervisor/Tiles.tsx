import { Paper, SimpleGrid, Text } from '@mantine/core';
import { $api } from '../shared/api/client';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import type { Tone } from '../shared/case/Tag';
import { CaseListLink } from './CaseListLink';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';
import type { Overview } from './OverviewPage';

const ESCALATED: Filters = { status: 'escalated' };

/** The four figures that say where to look. */
export function Tiles({ overview: { agencies, soonThrough } }: { overview: Overview }) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const escalated = $api.useQuery('get', '/v1/inbox', { params: { query: ESCALATED } });
  const sum = (name: 'open' | 'overdue' | 'dueSoon') => agencies.reduce((total, row) => total + row[name], 0);
  const awaiting = escalated.data?.items.find(({ view }) => view === 'all')?.cases;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Tile tone="late" figure={sum('overdue')} name={t.late} filters={{ open: 'true', overdue: 'true' }} />
      <Tile
        tone="soon"
        figure={sum('dueSoon')}
        name={t.dueThrough(format.day(soonThrough))}
        filters={{ open: 'true', overdue: 'false', due: soonThrough }}
      />
      <Tile tone="info" figure={sum('open')} name={t.open} filters={{ open: 'true' }} />
      <Tile tone="calm" figure={awaiting} name={t.awaitingDecision} filters={ESCALATED} />
    </SimpleGrid>
  );
}

interface TileProps {
  readonly tone: Tone;
  readonly figure: number | undefined;
  readonly name: string;
  readonly filters: Filters;
}

function Tile({ tone, figure, name, filters }: TileProps) {
  const format = useFormats();
  return (
    <Paper p="md" style={{ background: `var(--${tone}-ground)`, color: `var(--${tone}-text)` }}>
      <Text fz={{ base: 28, sm: 36 }} fw={600} lh={1.2} className="tabular">
        {figure === undefined ? '…' : format.number(figure)}
      </Text>
      <Text component="div" style={{ '--mantine-color-anchor': `var(--${tone}-text)` }}>
        <CaseListLink filters={filters}>{name}</CaseListLink>
      </Text>
    </Paper>
  );
}
