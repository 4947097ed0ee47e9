import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { replay } from '../support/histories';

const folder = join(__dirname, 'histories');
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
const historyIn = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

describe('cases that were opened under an earlier release go on under this one', () => {
  test.each(recorded)('%s', async (file) => {
    await replay([{ workflowId: file, history: historyFromJSON(historyIn(file)) }]);
  });

  test('a history that the code does not lead to is found out', async () => {
    const history = historyFromJSON(historyIn(recorded[0]!));
    history.events = history.events!.filter(({ timerStartedEventAttributes }) => !timerStartedEventAttributes);
    await expect(replay([{ workflowId: 'forged', history }])).rejects.toThrow('does not replay');
  });
});
