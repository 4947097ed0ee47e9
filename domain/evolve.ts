import { unborn, type CaseEvent, type CaseState } from './case';
import { handedOver, holderOf } from './holdings';

/** The state after an event. Pure merging: what an act means was decided when it happened. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const { terms, ...facts } = event.changes;
  const next: CaseState = {
    ...state,
    ...facts,
    terms: { ...state.terms, ...terms },
    seq: event.seq,
    asOf: event.at > state.asOf ? event.at : state.asOf,
  };
  // The first holder has it from receipt, which may lie before entry.
  const since = event.type === 'submit' ? next.receivedAt : event.at;
  return { ...next, holdings: handedOver(state.holdings, holderOf(next), since) };
}

/** A run of events, each with the state as it left it. */
export function eachLeaving<E extends CaseEvent>(before: CaseState, events: readonly E[]) {
  let state = before;
  return events.map((event) => {
    state = evolve(state, event);
    return { event, state };
  });
}

/** The state that a run of events leads to. */
export const fold = (code: string, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, unborn(code));
