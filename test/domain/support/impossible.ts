import { armedAlarm, nextAlarm } from '../../../domain/alarms';
import { isWorkingDay } from '../../../domain/calendar';
import type { CaseEvent, CaseState } from '../../../domain/case';
import { waitsFor } from '../../../domain/holdings';
import type { TermName } from '../../../domain/policy';
import { isFinal, type Status } from '../../../domain/statuses';
import { termKey, type Term } from '../../../domain/terms';
import { endOf } from '../../../domain/time';
import type { Place } from './walk';

const withLead: readonly Status[] = ['forwarded', 'processing', 'approving'];
const withAnswer: readonly Status[] = ['answered', 'published', 'disputed', 'closed'];

/** In which statuses a term may be owed at all; a question and an escalation keep what was owed before. */
const owedIn: Record<TermName, readonly Status[]> = {
  rejectBy: ['received', 'awaiting_info'],
  routeBy: ['received', 'accepted', 'awaiting_info'],
  answerBy: ['received', 'accepted', 'awaiting_info', ...withLead, 'escalated'],
  progressDue: ['received', 'accepted', 'awaiting_info', ...withLead, 'escalated'],
  postResultBy: ['processing', 'approving', 'awaiting_info', 'escalated'],
  opineBy: [...withLead, 'awaiting_info', 'escalated'],
  infoOverdue: ['awaiting_info'],
  closeAfter: ['published'],
};

/** Everything about a place that can never be, in words; nothing where all is well. */
export function impossible({ state, events, law, now }: Place): string[] {
  const faults: string[] = [];
  const claim = (truth: boolean, text: string) => {
    if (!truth) faults.push(text);
  };
  const { status } = state;
  const terms = Object.entries(state.terms);
  const owed = (name: TermName) => state.terms[name]?.settledAt === null;

  claim(!withLead.includes(status) || state.lead !== null, `${status} without a lead agency`);
  claim(status !== 'approving' || state.proposal !== null, 'approving nothing');
  claim(!withAnswer.includes(status) || state.answeredBy !== null, `${status} without an answer`);
  claim(!withLead.includes(status) || state.answeredBy === null, `${status} with an answer that stands`);
  claim((status === 'awaiting_info') === (state.question !== null), 'a question and its status part');
  claim(
    !state.coordinating.some(({ agency }) => agency === state.lead?.agency),
    'the lead agency coordinates with itself'
  );
  claim(
    new Set(state.coordinating.map(({ agency }) => agency)).size === state.coordinating.length,
    'an agency coordinates twice'
  );

  for (const [key, term] of terms) {
    const fault = (text: string) => `${key}: ${text}`;
    claim(key === termKey(term), fault('stands under another key'));
    claim(term.settledAt !== null || owedIn[term.name].includes(status), fault(`is owed while ${status}`));
    claim(term.endsAt === endOf(term.lastDay), fault('does not end with its last day'));
    claim(
      term.settledAt !== null || isWorkingDay(term.lastDay, law.calendar),
      fault('ends on a day that is not worked')
    );
    claim((term.phase === 'met' || term.phase === 'lifted') === (term.settledAt !== null), fault('is half settled'));
    claim((term.phase === 'paused') === (term.pausedSince !== null), fault('is half paused'));
    claim(term.phase !== 'paused' || status === 'awaiting_info', fault('is paused without a question'));
    claim(term.phase !== 'lapsed' || term.late, fault('ran out and is not late'));
    claim(term.phase !== 'running' || (!term.late && term.endsAt > now), fault('runs past its end'));
    claim(term.phase === 'running' || term.warnings.length === 0, fault('warns and does not run'));
    claim(
      term.warnings.every((warning) => warning.at > now && warning.at < term.endsAt),
      fault('warns at a wrong time')
    );
  }

  claim(owed('answerBy') || !owed('progressDue'), 'progress is due on nothing');
  claim(
    (state.terms['answerBy']?.phase === 'lapsed') === owed('progressDue'),
    'progress is due exactly when the answer is late'
  );
  claim(!owed('postResultBy') || state.resultOn !== null, 'a result is to be entered that does not exist');
  claim(owed('infoOverdue') === (status === 'awaiting_info'), 'a question without a term, or the reverse');
  claim(owed('closeAfter') === (status === 'published'), 'published without an end, or the reverse');
  for (const term of terms.map(([, term]) => term).filter(({ name, settledAt }) => name === 'opineBy' && !settledAt))
    claim(
      state.coordinating.some(({ agency, agrees }) => agency === term.agency && agrees === null),
      `${termKey(term)}: the opinion is not awaited`
    );
  for (const { agency, agrees } of status === 'forwarded' ? state.coordinating : [])
    claim(agrees !== null || state.terms[`opineBy:${agency}`]?.settledAt === null, `${agency} is asked without an end`);

  claim(!isFinal(status) || terms.every(([, term]) => term.settledAt !== null), `${status} and something is owed`);
  claim(isFinal(status) || nextAlarm(state) !== null || waitsFor(state) !== null, 'waits for nothing and nobody');
  faults.push(...alarmFaults(state, events));
  return faults;
}

/** Each running term has one armed alarm and each alarm that rang is on record once, with its legal time. */
function alarmFaults(state: CaseState, events: readonly CaseEvent[]): string[] {
  const terms = Object.values(state.terms);
  const armed = (term: Term) => armedAlarm(term)?.at ?? null;
  const due = (term: Term) => (term.phase === 'running' ? (term.warnings[0]?.at ?? term.endsAt) : null);
  const misarmed = terms.filter((term) => armed(term) !== due(term)).map((term) => `${termKey(term)} is armed wrongly`);
  const first = terms
    .map(due)
    .filter((at) => at !== null)
    .sort()[0];
  const unheard = first === (nextAlarm(state)?.at ?? undefined) ? [] : ['the case would wake at a wrong time'];

  const rung = events.filter((event) => event.type === 'alarm');
  const names = rung.map(
    ({ at, data }) => `${at} ${data.term} ${data.agency ?? ''} ${data.kind} ${data.daysLeft ?? ''}`
  );
  const repeated = names.filter((name, index) => names.indexOf(name) < index).map((name) => `${name} rang twice`);
  const lapsed = terms.filter((term) => term.phase === 'lapsed');
  const successors = events.map((event) => (event.type === 'agencyChanged' ? event.data.to.agency : null));
  const silent = lapsed
    .filter(({ agency }) => agency === undefined || !successors.includes(agency))
    .filter(
      ({ name, agency }) =>
        !rung.some(({ data }) => data.kind === 'due' && data.term === name && data.agency === agency)
    )
    .map((term) => `${termKey(term)} ran out in silence`);
  const mistimed = rung
    .filter(({ at, data }) => data.kind === 'due' && at !== endOf(data.lastDay))
    .map(({ seq }) => `alarm ${seq} has another time than the law's`);
  return [...misarmed, ...unheard, ...repeated, ...silent, ...mistimed];
}
