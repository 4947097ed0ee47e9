import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** To whom short messages are sent, whichever way they leave. */
export interface SmsReach {
  /** Countries beside Viet Nam, such as `LA`. */
  readonly countries: readonly string[];
}

/** The number as providers take it, `84900000000`; null where it is no mobile number. Without a country code it is Vietnamese. */
export const mobileNumber = (given: string): string | null => {
  const number = parsePhoneNumberFromString(given, 'VN');
  return number?.isValid() === true ? number.number.slice(1) : null;
};

/** The same where SMS are sent to its country: to Viet Nam, and to those listed. */
export const smsNumber = (given: string, countries: SmsReach['countries']): string | null => {
  const country = parsePhoneNumberFromString(given, 'VN')?.country;
  return country === 'VN' || (country !== undefined && countries.includes(country)) ? mobileNumber(given) : null;
};

/** A mobile number to whose country no SMS are sent. What is no mobile number is tried, and refused: somebody mends it then. */
export const isBeyondSms = (given: string, countries: readonly string[]): boolean =>
  mobileNumber(given) !== null && smsNumber(given, countries) === null;
