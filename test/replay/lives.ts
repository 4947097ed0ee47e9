import { randomUUID } from 'node:crypto';
import type { Command } from '../../domain/case';
import { caseWorkflowId, rollOver } from '../../workflows/messages';
import type { CaseRig } from '../support/caseRig';
import { eventually } from '../support/eventually';
import { faultless } from '../support/inputs';
import { at, law } from '../support/law';
import { head, leadership, officer, officerOf, OTHER, reception, submitter } from '../support/people';
import type { TestCase } from '../support/testCase';

const START = '2026-10-05 09:00';

/** Cases of each kind, from their submission to their end. */
export const lives = {
  rejected: async (cases) => {
    const aCase = await begun(cases);
    await cases.sleepUntil(at('2026-10-08 09:00'));
    await aCase.act(reception, 'reject');
  },

  'answered, published, closed': async (cases) => {
    const aCase = await published(cases);
    await aCase.act(reception, 'message');
    await cases.sleepUntil(at('2026-11-30 09:00'));
  },

  'overdue with progress': async (cases) => {
    const aCase = await handled(cases, [OTHER]);
    await cases.sleepUntil(at('2026-10-30 09:00'));
    await aCase.act(officer, 'reportProgress');
    await aCase.act(reception, 'urge');
    await cases.sleepUntil(at('2026-11-12 09:00'));
    await aCase.act(officer, 'conclude');
    await aCase.act(officer, 'propose');
    await aCase.act(head, 'revise');
    await aCase.act(officer, 'propose');
    await aCase.act(head, 'answer', { input: { text: null } });
    await aCase.act(reception, 'return');
    await aCase.act(head, 'answer');
    await aCase.act(reception, 'publish');
    await cases.sleepUntil(at('2026-12-31 09:00'));
  },

  'asked for more, lapsed': async (cases) => {
    const aCase = await begun(cases);
    await aCase.act(reception, 'requestInfo');
    await cases.sleepUntil(at('2026-10-07 09:00'));
    await aCase.act(submitter, 'supplyInfo');
    await aCase.act(reception, 'accept');
    await aCase.act(reception, 'forward');
    await aCase.act(officer, 'requestInfo');
    await cases.sleepUntil(at('2026-10-23 09:00'));
    await aCase.act(reception, 'resume');
    await aCase.act(officer, 'decline');
    await aCase.send(reception, 'publish');
    await aCase.act(submitter, 'withdraw');
  },

  'disputed, escalated, decided': async (cases) => {
    const aCase = await published(cases);
    await aCase.act(submitter, 'dispute');
    await aCase.act(reception, 'uphold');
    await cases.sleepUntil(at('2026-12-31 09:00'));
    const another = await published(cases, '2027-03-01 09:00');
    await another.act(submitter, 'dispute');
    await another.act(reception, 'escalate');
    await another.act(leadership, 'decide', {
      input: { outcome: 'directive', lead: { agency: OTHER, needsApproval: false } },
    });
    await another.act(officerOf(OTHER), 'answer');
    await another.act(reception, 'publish');
    await cases.sleepUntil(at('2027-04-30 09:00'));
  },

  withdrawn: async (cases) => {
    const aCase = await handled(cases);
    await aCase.act(officer, 'propose');
    await aCase.act(submitter, 'withdraw');
  },

  'calendar and agency changed': async (cases) => {
    const aCase = await handled(cases, ['health']);
    const calendar = { ...law.calendar, version: 2, off: [...law.calendar.off, '2026-10-26'].sort() };
    await cases.signals.calendarChanged(aCase.code, { calendar, document: '1/TB', reason: 'Nghỉ thêm một ngày.' });
    const merger = { from: 'health', to: { agency: OTHER, needsApproval: true }, document: '2/QĐ' };
    await cases.signals.agencyChanged(aCase.code, merger);
    await cases.sleepUntil(at('2026-10-28 09:00'));
    await aCase.act(officerOf(OTHER), 'opine');
    await aCase.act(submitter, 'withdraw');
  },

  'rolled over': async (cases) => {
    const aCase = await handled(cases);
    await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).signal(rollOver);
    await cases.sleepUntil(at('2026-10-05 10:00'));
    await aCase.act(officer, 'reportProgress');
    await cases.sleepUntil(at('2026-11-04 09:00'));
    await aCase.act(submitter, 'withdraw');
  },

  'linked, answered together, the answer corrected': async (cases) => {
    const principal = await begun(cases);
    const [duplicate, follow, apart] = [await cases.submit(), await cases.submit(), await cases.submit()];
    const { receivedAt } = await principal.state();
    const to = { to: principal.code, receivedAt };
    for (const aCase of [duplicate, apart])
      await aCase.act(reception, 'link', { input: { kind: 'duplicate', ...to, reason: null } });
    await follow.act(reception, 'link', { input: { kind: 'follow_up', ...to, reason: null } });
    await apart.act(reception, 'unlink');
    await principal.act(reception, 'forward');
    await principal.act(head, 'assign');
    await principal.act(head, 'answer');
    await principal.act(reception, 'publish', { input: { linked: [duplicate.code] } });
    await eventually(
      () => duplicate.state(),
      ({ status }) => status === 'published'
    );
    await principal.act(reception, 'unpublish');
    await eventually(jointChanges(duplicate), (changes) => changes === 1);
    await principal.act(reception, 'republish');
    await eventually(jointChanges(duplicate), (changes) => changes === 2);
    for (const aCase of [follow, apart]) await aCase.act(submitter, 'withdraw');
    await cases.sleepUntil(at('2026-11-30 09:00'));
  },

  'taken up after its end, and erased': async (cases) => {
    const aCase = await published(cases);
    await cases.sleepUntil(at('2026-11-30 09:00'));
    const takenUp = async (action: 'unpublish' | 'erase') => {
      const input = faultless[action];
      const command = { action, by: reception, at: await cases.now(), key: randomUUID(), input } as Command;
      await cases.client.takeUp({ state: await aCase.state(), keys: [] }, command, law);
    };
    await takenUp('unpublish');
    await takenUp('erase');
  },
} satisfies Record<string, (cases: CaseRig) => Promise<void>>;

const jointChanges = (aCase: TestCase) => async () =>
  (await aCase.events()).filter(({ type }) => type === 'jointAnswerChanged').length;

async function begun(cases: CaseRig, when = START): Promise<TestCase> {
  await cases.startAt(at(when));
  return cases.submit();
}

async function handled(cases: CaseRig, coordinating: string[] = [], when = START): Promise<TestCase> {
  const aCase = await begun(cases, when);
  await aCase.act(reception, 'forward', { input: { coordinating } });
  await aCase.act(head, 'assign');
  return aCase;
}

async function published(cases: CaseRig, when = START): Promise<TestCase> {
  const aCase = await handled(cases, [], when);
  await aCase.act(officer, 'note');
  await aCase.act(head, 'answer');
  await aCase.act(reception, 'publish');
  return aCase;
}
