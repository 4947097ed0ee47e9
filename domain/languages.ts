/** In which the service speaks to people; the first one where nobody chose. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
