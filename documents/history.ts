import type { Block } from './document';
import { factsOf } from './eventFields';
import type { Naming } from './naming';
import type { ShownEvent } from './shown';
import { eventName, actorNames } from './vietnamese';
import { writtenMoment } from './writing';

/** Every event with its number, moment and actor, and what it tells. */
export const historyOf = (events: readonly ShownEvent[], naming: Naming): Block[] =>
  events.flatMap((event): Block[] => {
    const named: Naming = { ...naming, agency: (id) => event.agencies[id]?.name ?? naming.agency(id) };
    return [
      {
        kind: 'heading',
        level: 2,
        text: `${String(event.seq)}. ${eventName(event.type)}`,
        under: `${writtenMoment(event.at)}, ${actorOf(event, named)}`,
      },
      { kind: 'facts', rows: factsOf(event, named, event.type === 'submit' ? toldBefore : []) },
    ];
  });

/** Parts of a submission that stand at the head of the paper. */
const toldBefore = ['title', 'content', 'channel', 'category', 'dossierNumber', 'follows', 'receivedAt'] as const;

/** Name and unit; a reader who may not know the name reads the unit. */
function actorOf({ by }: ShownEvent, { agency, person }: Naming): string {
  const unit = by.agency === null || by.agency === undefined ? actorNames[by.role] : agency(by.agency);
  if (by.id === undefined || by.role === 'submitter') return unit;
  const standsIn = by.standsInFor === undefined ? '' : `, thay ${person(by.standsInFor)}`;
  return `${person(by.id)}, ${unit}${standsIn}`;
}
