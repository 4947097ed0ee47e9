import type { AbsenceTexts } from './messages.vi';

export const en: AbsenceTexts = {
  title: 'Standing in for absent heads',
  lead: 'A head who is absent may name somebody of the same agency who acts for them during some days. Cases record both.',
  name: 'Name a stand-in',
  labels: { absent: 'Who is absent', delegate: 'Who stands in', from: 'From', through: 'Through', reason: 'Reason' },
  named: 'The stand-in has been named.',
  list: 'Who stands in for whom',
  none: 'Nobody stands in for anybody',
  you: 'You',
  somebody: 'Somebody else',
  state: 'State',
  states: { inForce: 'In force', toCome: 'To come', over: 'Over', ended: 'Ended early' },
  days: (from, through) => `${from} – ${through}`,
  end: 'End it',
  endOf: (name) => `End that ${name} stands in`,
  endText: 'From now on they can no longer act for the head. What they have done stays in force.',
  wasEnded: 'The stand-in has been ended.',
};
