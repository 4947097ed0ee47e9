import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const read = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'), { merge: true });

const RULES = 'deploy/prometheus/alerts.yml';
const CASES = ['test/deploy/alerts.test.yml', 'test/deploy/alertsOfDays.test.yml'];

function promtool(...words: string[]): { status: number | null; said: string } {
  const { error, status, stdout, stderr } = spawnSync('promtool', words, { cwd: root, encoding: 'utf8' });
  if (error) throw new Error('promtool does not run: is prometheus installed?', { cause: error });
  return { status, said: stdout + stderr };
}

test('alerts ring when they should, and else keep silent', () => {
  expect(promtool('test', 'rules', ...CASES)).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
});

test('there is a case for each alert in which it rings', () => {
  const { groups } = read(RULES) as { groups: { rules: { alert: string }[] }[] };
  type Cases = { tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[] };
  const ring = CASES.flatMap((path) => (read(path) as Cases).tests).flatMap(({ alert_rule_test: times }) =>
    times.filter(({ exp_alerts: alerts }) => alerts.length > 0).map(({ alertname }) => alertname)
  );
  expect(new Set(ring)).toEqual(new Set(groups.flatMap(({ rules }) => rules.map(({ alert }) => alert))));
});

test('as many workers are missed as the compose file starts', () => {
  const { services } = read('docker-compose.yml') as { services: { worker: { deploy: { replicas: number } } } };
  expect(readFileSync(join(root, RULES), 'utf8')).toContain(
    `(count(up{job="pakn-worker"}) or vector(0)) < ${String(services.worker.deploy.replicas)}`
  );
});
