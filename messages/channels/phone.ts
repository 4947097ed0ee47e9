import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** The number as providers take it, `84900000000`; null where it is no mobile number. Without a country code it is Vietnamese. */
export const mobileNumber = (given: string): string | null => {
  const number = parsePhoneNumberFromString(given, 'VN');
  return number?.isValid() === true ? number.number.slice(1) : null;
};
