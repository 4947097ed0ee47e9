import { actions, type ActionName } from '../domain/actions';
import type { CaseAnswer, EventAnswer } from './caseClient';

const otherTitles: Readonly<Record<string, string>> = {
  alarm: 'Báo hạn',
  calendarChanged: 'Lịch làm việc thay đổi',
  agencyChanged: 'Cơ quan thay đổi',
  jointAnswerChanged: 'Trả lời chung thay đổi',
  refused: 'Không thực hiện được',
};

const titleOf = (type: string): string =>
  type in actions ? actions[type as ActionName].label : (otherTitles[type] ?? type);

/** A case's history for a person to read: when, in which status after it, what, by whom. */
export function timelineOf({ code }: CaseAnswer, events: readonly EventAnswer[]): string {
  const lines = events.map((event) => {
    const when = event.at.slice(0, 16).replace('T', ' ');
    const who = [event.by.role, event.by.agency].filter(Boolean).join(' @ ');
    return `  ${when}  ${(event.status ?? '').padEnd(13)}  ${titleOf(event.type)}${detailOf(event)}  (${who})`;
  });
  return [code, ...lines].join('\n');
}

function detailOf({ type, data }: EventAnswer): string {
  if (type !== 'alarm') return '';
  const missed = data['missed'] === true ? ', chưa báo cáo tiến độ' : '';
  const left = typeof data['daysLeft'] === 'number' ? `, còn ${String(data['daysLeft'])} ngày làm việc` : '';
  return `: ${String(data['term'])} (${String(data['lastDay'])}${left}${missed})`;
}

/** The deadlines that a case has or had. */
export const deadlinesOf = ({ deadlines }: CaseAnswer): string =>
  Object.entries(deadlines)
    .map(
      ([name, { lastDay, phase, late }]) =>
        `  ${name.padEnd(14)} ${lastDay ?? 'paused'}  ${phase}${late ? ', late' : ''}`
    )
    .join('\n');
