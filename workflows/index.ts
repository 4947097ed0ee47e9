export { agencyReforms } from './agencyReforms';
export { calendarRollout } from './calendarRollout';
export { caseWorkflow } from './case';
export { morningDigest } from './morningDigest';
export { noticeDelivery } from './noticeDelivery';
export { recordAgain } from './recordAgain';
export { recordSealing } from './recordSealing';
export { subscriberDelivery } from './subscriberDelivery';
