/** What the code of a case looks like: such as `PAKN-2611-7K3M-9QXW-2F8A`. Whoever has it may track the case. */
export const CASE_CODE = /^[A-Z0-9]{2,8}-[0-9]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** The same wherever it stands in a text. */
export const CASE_CODES = /[A-Z0-9]{2,8}-[0-9]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/g;
