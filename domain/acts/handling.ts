import type { CaseState } from '../case';
import { fault } from '../faults';
import { required, unitOf, type Acts } from './act';
import { dateOf } from '../time';
import { keyed, settleTerm, startTerm, termKey } from '../terms';
import { lifted, met } from '../settling';

/** Handling by the lead agency, with the coordinating ones (R7, R8). */
export const handlingActs: Acts<
  'decline' | 'assign' | 'opine' | 'reportProgress' | 'conclude' | 'propose' | 'revise' | 'answer'
> = {
  decline: {
    changes: (state, _input, { at }) => ({
      status: 'accepted',
      lead: null,
      officer: null,
      coordinating: [],
      proposal: null,
      resultOn: null,
      terms: lifted(state, ['opineBy', 'postResultBy'], at),
    }),
  },

  assign: {
    changes: (_state, input) => ({ status: 'processing', officer: input.officer, formerOfficer: null }),
  },

  opine: {
    guard: (state, by) =>
      state.coordinating.some(({ agency, agrees }) => agency === unitOf(by) && agrees === null)
        ? null
        : 'alreadyOpined',
    changes: (state, input, { at, by }) => ({
      coordinating: state.coordinating.map((coordinator) =>
        coordinator.agency === unitOf(by) ? { ...coordinator, agrees: input.agrees } : coordinator
      ),
      terms: keyed(
        [state.terms[termKey({ name: 'opineBy', agency: unitOf(by) ?? '' })]].flatMap((term) =>
          term?.settledAt === null ? [settleTerm(term, 'met', at)] : []
        )
      ),
    }),
  },

  reportProgress: {
    changes: () => ({ progressReported: true }),
  },

  conclude: {
    guard: (state) => (state.resultOn === null ? null : 'alreadyConcluded'),
    faults: (state, input, { today }) => {
      if (input.resultOn === null) return [];
      if (input.resultOn > today) return [fault('/resultOn', 'future', 'A result cannot exist since a day to come.')];
      if (input.resultOn < dateOf(state.receivedAt))
        return [fault('/resultOn', 'beforeReceipt', 'A result cannot exist before the case was received.')];
      return [];
    },
    changes: (_state, input, { at, today, law }) => {
      const resultOn = input.resultOn ?? today;
      return { resultOn, terms: keyed([startTerm('postResultBy', resultOn, law, at)]) };
    },
  },

  propose: {
    changes: (_state, input) => ({ status: 'approving', proposal: input }),
  },

  revise: {
    changes: () => ({ status: 'processing' }),
  },

  answer: {
    guard: (state, by) => (by.role === 'agency_lead' || state.lead?.needsApproval === false ? null : 'needsApproval'),
    faults: (state, input) =>
      (input.text ?? draftBefore(state)?.text)
        ? []
        : [required('/text', 'Give the text of the answer: no draft waits for approval.')],
    data: (state, { text, attachments }) => {
      const draft = draftBefore(state);
      return {
        text: text ?? draft?.text ?? null,
        attachments: text === null && attachments.length === 0 ? (draft?.attachments ?? []) : attachments,
      };
    },
    changes: (state, _input, { at }) => ({
      status: 'answered',
      answeredBy: 'agency',
      terms: { ...met(state, ['answerBy', 'progressDue', 'postResultBy'], at), ...lifted(state, ['opineBy'], at) },
    }),
  },
};

/** The draft that the head has before them; one that was sent back is nobody's answer. */
const draftBefore = ({ status, proposal }: CaseState): CaseState['proposal'] =>
  status === 'approving' ? proposal : null;
