import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { answerDueOf, isOverdue, type CaseState } from '../domain/case';

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
  const due = answerDueOf(state);
  return [
    { key: searchAttributes.status, value: state.status },
    { key: searchAttributes.leadAgency, value: state.lead?.agency ?? null },
    { key: searchAttributes.officer, value: state.officer },
    { key: searchAttributes.category, value: state.category },
    { key: searchAttributes.channel, value: state.channel },
    { key: searchAttributes.answerDue, value: due && new Date(due.endsAt) },
    { key: searchAttributes.overdue, value: isOverdue(state) },
  ];
}

/** Those that differ between two moments, so that history grows only by what changed. */
export function changedAttributes(before: CaseState, after: CaseState): SearchAttributeUpdatePair[] {
  const known = attributesOf(before);
  return attributesOf(after).filter(({ value }, index) => String(value) !== String(known[index]?.value));
}
