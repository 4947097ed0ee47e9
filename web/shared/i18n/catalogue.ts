import { type Language, useLanguage } from './language';

/** The texts of a part of the pages. English has the shape of Vietnamese: what is missing there does not compile. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>;

/** The texts in the language of the pages. */
export const useTexts = <Texts>(catalogue: Catalogue<Texts>): Texts => catalogue[useLanguage()];
