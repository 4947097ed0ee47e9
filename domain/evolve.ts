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

/** An event between the state that it met and the state that it left. */
export interface Step<E extends CaseEvent = CaseEvent> {
  readonly before: CaseState;
  readonly event: E;
  readonly state: CaseState;
}

/** A run of events, step by step. */
export function stepsOf<E extends CaseEvent>(start: CaseState, events: readonly E[]): Step<E>[] {
  let before = start;
  return events.map((event) => {
    const step = { before, event, state: evolve(before, event) };
    before = step.state;
    return step;
  });
}

/** The state that a run of events leads to. */
export const fold = (code: string, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, unborn(code));
