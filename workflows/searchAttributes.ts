import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { CaseState } from '../domain/case';

const keyword = (name: string) => defineSearchAttributeKey(name, 'KEYWORD');

/** What supervisors can ask Temporal itself about open cases. Never personal data: these are stored in the clear. */
export const searchAttributes = {
  status: keyword('CaseStatus'),
  leadAgency: keyword('LeadAgency'),
  officer: keyword('Officer'),
  category: keyword('Category'),
  channel: keyword('Channel'),
  answerDue: defineSearchAttributeKey('AnswerDue', 'DATETIME'),
  overdue: defineSearchAttributeKey('Overdue', 'BOOL'),
};

/** The attributes of a case as it stands; null where it has none. */
export function attributesOf(state: CaseState): SearchAttributeUpdatePair[] {
  const answerBy = state.terms['answerBy'];
  const due = answerBy === undefined || answerBy.phase === 'paused' ? null : new Date(answerBy.endsAt);
  return [
    { key: searchAttributes.status, value: state.status },
    { key: searchAttributes.leadAgency, value: state.lead?.agency ?? null },
    { key: searchAttributes.officer, value: state.officer },
    { key: searchAttributes.category, value: state.category },
    { key: searchAttributes.channel, value: state.channel },
    { key: searchAttributes.answerDue, value: due },
    { key: searchAttributes.overdue, value: answerBy?.phase === 'lapsed' },
  ];
}

/** Those that differ between two moments, so that history grows only by what changed. */
export function changedAttributes(before: CaseState, after: CaseState): SearchAttributeUpdatePair[] {
  const known = attributesOf(before);
  return attributesOf(after).filter(({ value }, index) => String(value) !== String(known[index]?.value));
}
