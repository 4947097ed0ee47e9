import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { ageGroups } from './ages';
import { ChartWithTable } from './ChartWithTable';
import { dayAfter } from './days';
import { NONE } from './filters';
import { supervisorTexts } from './messages';
import type { Overview } from './OverviewPage';
import { share } from './share';
import { useHolderName } from './useHolderName';

const SHOWN = 12;
const HEIGHT = 280;
const GOOD = 'pine.6';
const LATE = 'red.7';
const SOON = 'yellow.6';

const common = { h: HEIGHT, tickLine: 'none', withTooltip: true, withLegend: true } as const;
/** Keyboards and screen readers are given the table instead. */
const chartProps = { accessibilityLayer: false } as const;

interface Props {
  readonly overview: Overview;
}

/** The share of answers that came in time, by agency. */
export function OnTimeChart({ overview: { agencies } }: Props) {
  const t = useTexts(supervisorTexts);
  const nameOf = useHolderName();
  const rows = agencies
    .filter(({ answered }) => answered > 0)
    .map((row) => ({ ...row, name: nameOf(row.agency), share: share(row.onTime, row.answered) }))
    .sort((a, b) => a.share - b.share);
  return (
    <ChartWithTable
      title={t.onTimeTitle}
      columns={[t.agency, t.onTimeShare, t.answered]}
      rows={rows.map(({ agency, name, share: percent, answered }) => ({
        key: agency ?? NONE,
        name,
        figures: [{ text: `${String(percent)}%` }, { text: String(answered) }],
      }))}
    >
      <BarChart
        {...common}
        data={rows.slice(0, SHOWN)}
        dataKey="name"
        orientation="vertical"
        yAxisProps={{ width: 120 }}
        xAxisProps={{ domain: [0, 100] }}
        series={[{ name: 'share', label: t.onTimeShare, color: GOOD }]}
        barChartProps={chartProps}
      />
    </ChartWithTable>
  );
}

/** Open cases by agency: late, due soon, the rest. */
export function LoadChart({ overview: { agencies } }: Props) {
  const t = useTexts(supervisorTexts);
  const nameOf = useHolderName();
  const rows = agencies
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.open - a.open)
    .map((row) => ({ ...row, name: nameOf(row.agency), rest: row.open - row.overdue - row.dueSoon }));
  return (
    <ChartWithTable
      title={t.loadTitle}
      columns={[t.agency, t.openShort, t.late]}
      rows={rows.map(({ agency, name, open, overdue }) => {
        const held: Readonly<Record<string, string>> = { lead: agency ?? NONE, open: 'true' };
        return {
          key: agency ?? NONE,
          name,
          figures: [
            { text: String(open), filters: held },
            { text: String(overdue), filters: { ...held, overdue: 'true' } },
          ],
        };
      })}
    >
      <BarChart
        {...common}
        data={rows.slice(0, SHOWN)}
        dataKey="name"
        type="stacked"
        orientation="vertical"
        yAxisProps={{ width: 120 }}
        series={[
          { name: 'overdue', label: t.late, color: LATE },
          { name: 'dueSoon', label: t.soon, color: SOON },
          { name: 'rest', label: t.inTime, color: GOOD },
        ]}
        barChartProps={chartProps}
      />
    </ChartWithTable>
  );
}

/** How long open cases have been here. */
export function AgesChart({ overview: { ages, at } }: Props) {
  const t = useTexts(supervisorTexts);
  const rows = ageGroups(ages, at).map((group) => ({ ...group, name: t.age(group.least, group.most) }));
  return (
    <ChartWithTable
      title={t.agesTitle}
      columns={[t.ageColumn, t.openShort]}
      rows={rows.map(({ name, cases, filters }) => ({
        key: name,
        name,
        figures: [{ text: String(cases), filters }],
      }))}
    >
      <BarChart
        {...common}
        data={rows}
        dataKey="name"
        series={[{ name: 'cases', label: t.openShort, color: GOOD }]}
        barChartProps={chartProps}
      />
    </ChartWithTable>
  );
}

const DAYS_TO_SUNDAY = 6;

/** How the last weeks went. */
export function WeeksChart({ overview: { weeks } }: Props) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const rows = weeks.map((week) => ({ ...week, name: format.shortDay(week.from) }));
  return (
    <ChartWithTable
      title={t.weeksTitle}
      columns={[t.weekFrom, t.received, t.answered, t.answeredLate]}
      rows={rows.map(({ from, received, answered, late }) => ({
        key: from,
        name: format.day(from),
        figures: [
          { text: String(received), filters: { from, through: dayAfter(from, DAYS_TO_SUNDAY) } },
          { text: String(answered) },
          { text: String(late) },
        ],
      }))}
    >
      <LineChart
        {...common}
        data={rows}
        dataKey="name"
        curveType="linear"
        series={[
          { name: 'received', label: t.received, color: 'blue.6' },
          { name: 'answered', label: t.answered, color: GOOD },
          { name: 'late', label: t.answeredLate, color: LATE },
        ]}
        lineChartProps={chartProps}
      />
    </ChartWithTable>
  );
}
