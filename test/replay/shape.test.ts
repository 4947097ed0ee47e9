import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { workflowBundle } from '../support/workflowBundle';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('what every case pays for again when it is loaded', () => {
  test('the bundle of the workflows stays under 1.7 MB', () => {
    expect(statSync(workflowBundle().codePath).size).toBeLessThan(1_700_000);
  });

  test('the workflow of a case stays under 200 lines', () => {
    expect(read('workflows/case.ts').split('\n').length).toBeLessThan(200);
  });

  test('domain/ imports nothing outside itself', () => {
    const files = readdirSync(join(root, 'domain'), { recursive: true, encoding: 'utf8' });
    const imports = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...read(join('domain', file)).matchAll(/from '([^']+)'/g)].map(([, from]) => join('domain', file, '..', from!))
      );
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter((path) => !path.startsWith('domain/'))).toEqual([]);
  });
});
