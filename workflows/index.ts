export { agencyReforms } from './agencyReforms';
export { calendarRollout } from './calendarRollout';
export { caseWorkflow } from './case';
export { recordSealing } from './recordSealing';
