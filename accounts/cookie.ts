/** Begins the names of our cookies. */
export const COOKIE_PREFIX = 'pakn';

/** The cookie that holds a session; on HTTPS its name begins with `__Secure-`. */
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
