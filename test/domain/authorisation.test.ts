import { actionNames, type ActionName } from '../../domain/actions';
import type { CaseState, RefusalReason } from '../../domain/case';
import { decide } from '../../domain/decide';
import { followUpActions, offeredActions } from '../../domain/followUp';
import { OFFICE, type Actor } from '../../domain/roles';
import { statuses, type Status } from '../../domain/statuses';
import { faultless, submission } from '../support/inputs';
import { at, law } from '../support/law';
import { paperCase } from '../support/paperCase';
import * as people from '../support/people';

const COORDINATING = 'health';
const FOREIGN = 'education';

/** Everybody who may come to a case that transport leads and health coordinates. */
const visitors = {
  'its submitter': people.submitter,
  'another submitter': { ...people.submitter, id: 'somebody-else' },
  reception: people.reception,
  'officer of the lead agency': people.officer,
  'head of the lead agency': people.head,
  'officer of the coordinating agency': people.officerOf(COORDINATING),
  'head of the coordinating agency': people.headOf(COORDINATING),
  'officer of another agency': people.officerOf(FOREIGN),
  'head of another agency': people.headOf(FOREIGN),
  'officer without an agency': { ...people.officer, agency: null },
  supervisor: people.supervisor,
  leadership: people.leadership,
  admin: people.admin,
  integration: people.integration,
} satisfies Record<string, Actor>;
type Visitor = keyof typeof visitors;

const lead: Visitor[] = ['officer of the lead agency', 'head of the lead agency'];
const coordinating: Visitor[] = ['officer of the coordinating agency', 'head of the coordinating agency'];
const staff: Visitor[] = ['reception', ...lead, ...coordinating, 'supervisor', 'leadership'];
const open: Status[] = statuses.filter((status) => !['closed', 'rejected', 'withdrawn'].includes(status));
const handling: Status[] = ['forwarded', 'processing'];

/** Who may do what from where, as the table of the design has it; written down here a second time on purpose. */
const matrix: Record<Exclude<ActionName, 'submit'>, { by: Visitor[]; from: Status[] }> = {
  accept: { by: ['reception'], from: ['received'] },
  reject: { by: ['reception'], from: ['received'] },
  requestInfo: { by: ['reception', ...lead], from: ['received', 'accepted', ...handling] },
  // Late replies are taken until the answer is published.
  supplyInfo: {
    by: ['its submitter', 'reception'],
    from: ['received', 'awaiting_info', 'accepted', ...handling, 'approving', 'answered', 'escalated'],
  },
  resume: { by: ['reception', ...lead], from: ['awaiting_info'] },
  forward: { by: ['reception'], from: ['received', 'accepted', 'forwarded'] },
  decline: { by: lead, from: handling },
  assign: { by: ['head of the lead agency'], from: handling },
  opine: { by: coordinating, from: [...handling, 'approving'] },
  reportProgress: { by: lead, from: handling },
  conclude: { by: lead, from: ['processing'] },
  propose: { by: ['officer of the lead agency'], from: ['processing'] },
  revise: { by: ['head of the lead agency'], from: ['approving'] },
  answer: { by: lead, from: ['processing', 'approving'] },
  return: { by: ['reception'], from: ['answered'] },
  publish: { by: ['reception'], from: ['answered'] },
  republish: { by: ['reception'], from: statuses.filter((status) => !['received', 'rejected'].includes(status)) },
  unpublish: { by: ['reception'], from: statuses.filter((status) => !['received', 'rejected'].includes(status)) },
  dispute: { by: ['its submitter'], from: ['published'] },
  uphold: { by: ['reception'], from: ['disputed'] },
  escalate: { by: ['reception'], from: ['accepted', 'processing', 'answered', 'disputed'] },
  decide: { by: ['leadership'], from: ['escalated'] },
  withdraw: {
    by: ['its submitter'],
    from: ['received', 'awaiting_info', 'accepted', 'forwarded', 'processing', 'approving', 'escalated'],
  },
  link: { by: ['reception'], from: open },
  unlink: { by: ['reception'], from: open },
  answerJointly: {
    by: ['reception'],
    from: ['received', 'awaiting_info', 'accepted', ...handling, 'approving', 'answered'],
  },
  erase: { by: ['reception'], from: ['closed', 'rejected', 'withdrawn'] },
  urge: { by: ['reception', 'supervisor', 'leadership'], from: handling },
  note: { by: staff, from: [...statuses] },
  message: { by: ['reception', ...lead], from: open },
};
const laterActions = Object.keys(matrix) as (keyof typeof matrix)[];

/** A case with every part filled, so that nothing but who and where can stand in the way. */
const rich: CaseState = {
  ...forwarded().state,
  coordinating: [{ agency: COORDINATING, agrees: null }],
  forwardings: law.policy.freeForwardings,
  question: { askedOn: '2026-10-05', origin: 'processing', inReception: false },
  proposal: faultless.propose,
};
const lapsedReply = {
  ...rich.terms['opineBy:health']!,
  name: 'infoOverdue' as const,
  phase: 'lapsed' as const,
  late: true,
};

function forwarded() {
  const aCase = paperCase('2026-10-05 08:00');
  aCase.act('2026-10-05 09:00', people.reception, 'forward', {
    lead: { agency: people.LEAD, needsApproval: false },
    coordinating: [COORDINATING],
  });
  return aCase;
}

function outcome(status: Status, action: ActionName, by: Actor): RefusalReason | 'taken' {
  const link = action === 'link' ? null : { kind: 'duplicate' as const, to: 'TEST-0', at: rich.asOf };
  const published = action === 'republish' || action === 'unpublish';
  const onceShown = published ? { closeAfter: { ...lapsedReply, name: 'closeAfter' as const } } : {};
  const state = { ...rich, status, link, terms: { ...rich.terms, infoOverdue: lapsedReply, ...onceShown } };
  const input = action === 'submit' ? submission(at('2026-10-05 10:00')) : faultless[action];
  const decision = decide(
    state,
    { action, by, at: at('2026-10-05 10:00'), key: '', input },
    law,
    at('2026-10-05 10:00')
  );
  return decision.ok ? 'taken' : decision.refusal.reason;
}

describe('R10.3: who may do what from where', () => {
  test('the matrix has a row for every act on a case', () => {
    expect([...laterActions, 'submit'].sort()).toEqual([...actionNames]);
  });

  describe.each(statuses)('%s', (status) => {
    test.each(laterActions)('%s', (action) => {
      const { by, from } = matrix[action];
      const expected = Object.keys(visitors).map((visitor) => {
        if (!by.includes(visitor as Visitor)) return [visitor, 'forbidden'];
        return [visitor, from.includes(status) ? 'taken' : 'notFromThisStatus'];
      });
      const actual = Object.entries(visitors).map(([visitor, actor]) => [visitor, outcome(status, action, actor)]);
      expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
    });
  });

  test.each(statuses)('%s: nobody submits a case that is there', (status) => {
    for (const actor of Object.values(visitors)) expect(outcome(status, 'submit', actor)).not.toBe('taken');
  });

  test.each(Object.entries(visitors))('a new case from %s', (visitor, by) => {
    const mayCome = ['its submitter', 'another submitter', 'reception', 'integration'].includes(visitor);
    const submit = () => paperCase('2026-10-05 08:00', { by });
    if (mayCome) expect(submit).not.toThrow();
    else expect(submit).toThrow('forbidden');
  });
});

describe('R10.3: what a right hangs on besides role and status', () => {
  const noApproval = (needsApproval: boolean) => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-05 09:00', people.reception, 'forward', { lead: { agency: people.LEAD, needsApproval } });
    aCase.act('2026-10-05 10:00', people.head, 'assign');
    return aCase.refusal('2026-10-05 11:00', people.officer, 'answer')?.reason ?? 'taken';
  };

  test('an answer leaves with the approval of the head, unless the agency needs none', () => {
    expect([noApproval(true), noApproval(false)]).toEqual(['needsApproval', 'taken']);
  });

  test('R6.4: where the Office leads, reception handles the case like any agency', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-05 09:00', people.reception, 'forward', { lead: { agency: OFFICE, needsApproval: false } });
    aCase.act('2026-10-05 10:00', people.headOf(OFFICE), 'assign');
    aCase.act('2026-10-05 11:00', people.reception, 'answer');
    expect(aCase.state.status).toBe('answered');
  });

  test('R3: reception acts for a submitter without an account, and for no other', () => {
    const withAccount = paperCase('2026-10-05 08:00');
    const without = paperCase('2026-10-05 08:00', { given: { account: null } });
    expect(withAccount.refusal('2026-10-05 09:00', people.reception, 'withdraw')?.reason).toBe('forbidden');
    expect(without.refusal('2026-10-05 09:00', people.reception, 'withdraw')).toBeNull();
  });

  test('R10.2: what comes too late for a case is offered to whoever may bring it, as a new case', () => {
    const aCase = forwarded();
    aCase.act('2026-10-05 10:00', people.head, 'assign');
    aCase.act('2026-10-05 11:00', people.head, 'answer');
    aCase.act('2026-10-05 12:00', people.reception, 'publish');
    const offered = (by: Actor) =>
      offeredActions(aCase.state, by, law.policy).filter((action) => followUpActions.includes(action));
    expect(offered(people.submitter)).toEqual(['dispute']);
    aCase.act('2026-10-05 13:00', people.submitter, 'dispute');
    expect(offered(people.submitter)).toEqual([]);
    aCase.act('2026-10-05 14:00', people.reception, 'uphold');
    expect(aCase.refusal('2026-10-05 15:00', people.submitter, 'dispute')?.reason).toBe('disputeEnded');
    expect(offered(people.submitter)).toEqual(['dispute']);
    aCase.wait('2026-12-31 08:00');
    expect(aCase.state.status).toBe('closed');
    expect(offered(people.submitter)).toEqual(['dispute', 'supplyInfo']);
    expect(offered(people.reception)).toEqual(['supplyInfo']);
    for (const other of [people.head, { ...people.submitter, id: 'somebody-else' }, people.supervisor])
      expect(offered(other)).toEqual([]);
  });

  test('R7.2: an agency gives its opinion once', () => {
    const aCase = forwarded();
    aCase.act('2026-10-06 08:00', people.officerOf(COORDINATING), 'opine');
    expect(aCase.refusal('2026-10-06 09:00', people.headOf(COORDINATING), 'opine')?.reason).toBe('alreadyOpined');
  });
});
