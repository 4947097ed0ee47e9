import { parser } from '@prometheus-io/lezer-promql';

/** The series that an expression asks for: by their name, and by what their labels must or must not be. */
interface Selector {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Expression {
  readonly selectors: readonly Selector[];
  /** By which labels it groups what it reads. */
  readonly groupedBy: readonly string[];
}

/** What an expression of PromQL reads. @throws Error where its grammar is broken. */
export function expressionOf(text: string): Expression {
  const selectors: { metric: string; labels: Record<string, string> }[] = [];
  const groupedBy: string[] = [];
  const written = (node: { from: number; to: number } | null): string =>
    node === null ? '' : text.slice(node.from, node.to);
  parser.parse(text).iterate({
    enter({ type, name, from, node }) {
      if (type.isError) throw new Error(`no PromQL from character ${String(from)} on: ${text}`);
      if (name === 'VectorSelector') selectors.push({ metric: written(node.getChild('Identifier')), labels: {} });
      if (name === 'UnquotedLabelMatcher') {
        const value = written(node.getChild('StringLiteral')).slice(1, -1);
        selectors.at(-1)!.labels[written(node.getChild('LabelName'))] = value;
      }
      if (name === 'GroupingLabels') groupedBy.push(...node.getChildren('LabelName').map(written));
    },
  });
  return { selectors, groupedBy };
}

/** The labels that the series of each name have in what a process tells Prometheus, with those that Prometheus adds. */
export function labelsByMetric(scraped: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of scraped.matchAll(/^([a-z]\w*)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.get(name) ?? new Set(['job', 'instance']);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}
