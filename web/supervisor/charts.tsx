import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { ageGroups } from './ages';
import { answeredBy, dueSoonOf, inTimeOf, openOf, overdueOf } from './agencyLists';
import { linkedBars, linkedDots, type Part } from './ChartLink';
import { ChartWithTable } from './ChartWithTable';
import { addDays } from '../shared/days';
import { NONE } from '../generated/rules';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';
import type { Overview } from './OverviewPage';
import { share } from './share';
import { useLeadName } from './useLeadName';

const SHOWN = 12;
const HEIGHT = 280;
const GOOD = 'pine.6';
const LATE = 'red.7';
const SOON = 'yellow.6';

const common = { h: HEIGHT, tickLine: 'none', withTooltip: true, withLegend: true } as const;
const THICKEST_BAR = 28;
/** Cases are counted whole. */
const whole = { allowDecimals: false } as const;
/** The parts of a chart are links: they need no keys of their own. */
const chartProps = { accessibilityLayer: false } as const;

interface Props {
  readonly overview: Overview;
}

/** The share of answers that came in time, by agency. */
export function OnTimeChart({ overview }: Props) {
  const t = useTexts(supervisorTexts);
  const nameOf = useLeadName();
  const rows = overview.agencies
    .filter(({ answered }) => answered > 0)
    .map((row) => ({ ...row, name: nameOf(row.agency), share: share(row.onTime, row.answered) }))
    .map((row) => ({
      ...row,
      parts: {
        share: {
          filters: answeredBy(row.agency, overview),
          label: `${row.name}, ${t.onTimeShare}: ${String(row.share)}%`,
        },
      },
    }))
    .sort((a, b) => a.share - b.share);
  return (
    <ChartWithTable
      title={t.onTimeTitle}
      columns={[t.agency, t.onTimeShare, t.answered]}
      rows={rows.map(({ agency, name, share: percent, answered, parts }) => ({
        key: agency ?? NONE,
        name,
        figures: [{ text: `${String(percent)}%` }, { text: String(answered), filters: parts.share.filters }],
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
        barProps={linkedBars}
        maxBarWidth={THICKEST_BAR}
      />
    </ChartWithTable>
  );
}

/** Open cases by agency: late, due soon, the rest. */
export function LoadChart({ overview }: Props) {
  const t = useTexts(supervisorTexts);
  const nameOf = useLeadName();
  const rows = overview.agencies
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.open - a.open)
    .map((row) => {
      const name = nameOf(row.agency);
      const part = (word: string, count: number, filters: Filters): Part => ({
        filters,
        label: `${name}, ${word}: ${String(count)}`,
      });
      const rest = row.open - row.overdue - row.dueSoon;
      return {
        ...row,
        name,
        rest,
        parts: {
          overdue: part(t.late, row.overdue, overdueOf(row.agency)),
          dueSoon: part(t.soon, row.dueSoon, dueSoonOf(row.agency, overview)),
          rest: part(t.inTime, rest, inTimeOf(row.agency, overview)),
          open: part(t.open, row.open, openOf(row.agency)),
        },
      };
    });
  return (
    <ChartWithTable
      title={t.loadTitle}
      columns={[t.agency, t.open, t.late]}
      rows={rows.map(({ agency, name, open, overdue, parts }) => ({
        key: agency ?? NONE,
        name,
        figures: [
          { text: String(open), filters: parts.open.filters },
          { text: String(overdue), filters: parts.overdue.filters },
        ],
      }))}
    >
      <BarChart
        {...common}
        data={rows.slice(0, SHOWN)}
        dataKey="name"
        type="stacked"
        orientation="vertical"
        xAxisProps={whole}
        yAxisProps={{ width: 120 }}
        series={[
          { name: 'overdue', label: t.late, color: LATE },
          { name: 'dueSoon', label: t.soon, color: SOON },
          { name: 'rest', label: t.inTime, color: GOOD },
        ]}
        barChartProps={chartProps}
        barProps={linkedBars}
        maxBarWidth={THICKEST_BAR}
      />
    </ChartWithTable>
  );
}

/** How long open cases have been here. */
export function AgesChart({ overview: { ages, at } }: Props) {
  const t = useTexts(supervisorTexts);
  const rows = ageGroups(ages, at).map((group) => {
    const name = t.age(group.least, group.most);
    const label = `${name}, ${t.open}: ${String(group.cases)}`;
    return { ...group, name, parts: { cases: { filters: group.filters, label } } };
  });
  return (
    <ChartWithTable
      title={t.agesTitle}
      columns={[t.ageColumn, t.open]}
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
        yAxisProps={whole}
        series={[{ name: 'cases', label: t.open, color: GOOD }]}
        barChartProps={chartProps}
        barProps={linkedBars}
        maxBarWidth={THICKEST_BAR}
      />
    </ChartWithTable>
  );
}

const DAYS_TO_SUNDAY = 6;

/** How the last weeks went. */
export function WeeksChart({ overview: { weeks } }: Props) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const rows = weeks.map((week) => {
    const name = format.shortDay(week.from);
    const days = { from: week.from, through: addDays(week.from, DAYS_TO_SUNDAY) };
    const part = (word: string, count: number, narrowed: Filters): Part => ({
      filters: { ...days, ...narrowed },
      label: `${t.weekFrom} ${name}, ${word}: ${String(count)}`,
    });
    return {
      ...week,
      name,
      parts: {
        received: part(t.received, week.received, {}),
        answered: part(t.answered, week.answered, { figure: 'answered' }),
        late: part(t.answeredLate, week.late, { figure: 'answeredLate' }),
      },
    };
  });
  return (
    <ChartWithTable
      title={t.weeksTitle}
      columns={[t.weekFrom, t.received, t.answered, t.answeredLate]}
      rows={rows.map(({ from, received, answered, late, parts }) => ({
        key: from,
        name: format.day(from),
        figures: [
          { text: String(received), filters: parts.received.filters },
          { text: String(answered), filters: parts.answered.filters },
          { text: String(late), filters: parts.late.filters },
        ],
      }))}
    >
      <LineChart
        {...common}
        data={rows}
        dataKey="name"
        yAxisProps={whole}
        curveType="linear"
        series={[
          { name: 'received', label: t.received, color: 'blue.6' },
          { name: 'answered', label: t.answered, color: GOOD },
          { name: 'late', label: t.answeredLate, color: LATE },
        ]}
        lineChartProps={chartProps}
        lineProps={linkedDots}
      />
    </ChartWithTable>
  );
}
