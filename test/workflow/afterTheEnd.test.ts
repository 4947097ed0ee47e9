import { randomUUID } from 'node:crypto';
import type { Command } from '../../domain/case';
import type { ActionInputs } from '../../domain/inputs';
import { caseWorkflowId } from '../../workflows/messages';
import { useCases } from '../support/caseRig';
import { faultless } from '../support/inputs';
import { at, law } from '../support/law';
import { head, reception, submitter } from '../support/people';
import type { TestCase } from '../support/testCase';

const cases = useCases();

async function closed(): Promise<TestCase> {
  await cases.startAt(at('2026-10-19 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await aCase.act(head, 'assign');
  await aCase.act(head, 'answer');
  await aCase.act(reception, 'publish');
  await cases.sleepUntil(at('2026-11-11 09:00'));
  expect((await aCase.state()).status).toBe('closed');
  await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).result();
  return aCase;
}

const command = async <A extends 'unpublish' | 'republish'>(action: A): Promise<Command<A>> => ({
  action,
  by: reception,
  at: await cases.now(),
  key: randomUUID(),
  input: faultless[action] as ActionInputs[A],
});

const acts = async (aCase: TestCase) => (await aCase.events()).map(({ type }) => type).slice(6);

test('S7: a closed case is taken up to be un-published, tells what it does on record, and ends again', async () => {
  const aCase = await closed();
  const before = await aCase.state();
  const known = { state: before, keys: [] };
  const unpublish = await command('unpublish');
  const { seq } = await cases.client.takeUp(known, unpublish, law);
  expect(seq).toBe(before.seq + 1);
  await cases.client.takeUp(known, unpublish, law);
  await expect(cases.client.takeUp(known, await command('unpublish'), law)).rejects.toMatchObject({
    refusal: { reason: 'nothingPublished', status: 'closed', allowed: ['erase', 'note', 'republish'] },
  });
  await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).result();
  expect(await acts(aCase)).toEqual(['unpublish']);
  expect(await aCase.state()).toMatchObject({ status: 'closed', unpublished: true });
});

test('what is known of a closed case may be old: the record has the last word', async () => {
  const aCase = await closed();
  const before = await aCase.state();
  const known = { state: before, keys: [] };
  const workflow = cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code));
  await cases.client.takeUp(known, await command('unpublish'), law);
  await workflow.result();
  await cases.client.takeUp(known, await command('republish'), law);
  await workflow.result();
  expect(await acts(aCase)).toEqual(['unpublish', 'republish']);
  expect(await aCase.state()).toMatchObject({ status: 'closed', unpublished: false, seq: before.seq + 2 });
});

test('a case that was never published has nothing to take back', async () => {
  await cases.startAt(at('2026-10-19 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await expect(aCase.act(reception, 'unpublish')).rejects.toMatchObject({ refusal: { reason: 'nothingPublished' } });
  await aCase.act(submitter, 'withdraw');
});
