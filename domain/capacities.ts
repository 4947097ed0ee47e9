import type { CaseState } from './case';
import { OFFICE, type Actor } from './roles';

/** In what capacity somebody stands towards one case: a role, narrowed by the part they have in it. */
export type Capacity =
  | 'submitter'
  | 'ownSubmitter'
  | 'reception'
  | 'receptionForAbsent'
  | 'leadAgency'
  | 'leadAgencyOfficer'
  | 'leadAgencyHead'
  | 'coordinatingAgency'
  | 'supervisor'
  | 'leadership'
  | 'integration'
  | 'staff';

/** The part of a case on which rights depend. */
export type Participation = Pick<CaseState, 'submitter' | 'lead' | 'coordinating'>;

/** Every capacity in which the actor stands towards the case. An agency's people have none in a case without their agency. */
export function capacitiesOf(part: Participation, actor: Actor): Capacity[] {
  switch (actor.role) {
    case 'submitter':
      return actor.id === part.submitter ? ['submitter', 'ownSubmitter'] : ['submitter'];
    case 'reception': {
      const capacities: Capacity[] = ['reception', 'staff', ...agencyCapacities(part, { ...actor, agency: OFFICE })];
      // Paper, telephone and fax bring submitters without an account: the Office enters their acts for them (R3).
      return part.submitter === null ? [...capacities, 'receptionForAbsent'] : capacities;
    }
    case 'agency_officer':
    case 'agency_lead':
      return agencyCapacities(part, actor);
    case 'supervisor':
    case 'leadership':
      return [actor.role, 'staff'];
    case 'integration':
      return ['integration'];
    case 'admin':
      return [];
  }
}

/** Whether the actor may see the case at all. */
export const maySee = (part: Participation, actor: Actor): boolean =>
  capacitiesOf(part, actor).some((capacity) => capacity === 'staff' || capacity === 'ownSubmitter');

function agencyCapacities(part: Participation, { role, agency }: Actor): Capacity[] {
  const capacities: Capacity[] = [];
  if (agency !== null && agency === part.lead?.agency)
    capacities.push('leadAgency', role === 'agency_lead' ? 'leadAgencyHead' : 'leadAgencyOfficer');
  if (part.coordinating.some((coordinator) => coordinator.agency === agency)) capacities.push('coordinatingAgency');
  return capacities.length === 0 ? [] : [...capacities, 'staff'];
}
