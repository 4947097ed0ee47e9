export { calendarRollout } from './calendarRollout';
export { caseWorkflow } from './case';
