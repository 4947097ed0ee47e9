import { init, use } from 'echarts/core';
import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { aimOf, reaches } from './aims';
import type { Figures } from './tell';

use([BarChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const WIDTH = 920;
const ROW = 24;
const MARGIN = { top: 76, bottom: 48 };
const REACHED = '#2f7d4f';
const MISSED = '#c2571a';

/** A picture of a part (SVG): each ratio as a bar on a logarithmic axis, and the aim as a mark beside it. */
export function plot(part: string, figures: Figures): string {
  const rows = Object.entries(figures)
    .flatMap(([name, { bare, ours }]) => (bare === null || bare === 0 ? [] : [{ name, ratio: ours / bare }]))
    .map((row) => ({ ...row, aim: aimOf(part, row.name) }));
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: MARGIN.top + rows.length * ROW + MARGIN.bottom,
  });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: part, subtext: 'ratio to what it is held against, and its aim', left: 8, top: 8 },
    legend: { data: ['aim'], right: 16, top: 16 },
    grid: { left: 350, right: 64, top: MARGIN.top, bottom: MARGIN.bottom },
    xAxis: { type: 'log', name: 'ratio', nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLabel: { width: 330 } },
    series: [
      {
        type: 'bar',
        label: {
          show: true,
          position: 'right',
          distance: 14,
          formatter: ({ value }: { value: number }) => value.toFixed(2),
        },
        data: rows.map(({ ratio, aim }) => ({
          value: ratio,
          itemStyle: { color: aim === null || reaches(aim, ratio) ? REACHED : MISSED },
        })),
      },
      {
        name: 'aim',
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [3, ROW - 6],
        itemStyle: { color: '#1c1c1c' },
        data: rows.flatMap(({ name, aim }) => (aim === null ? [] : [[aim.ratio, name]])),
      },
    ],
  });
  const picture = chart.renderToSVGString();
  chart.dispose();
  return picture;
}
