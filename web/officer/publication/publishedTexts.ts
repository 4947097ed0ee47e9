import type { Schemas } from '../../shared/api/types';
import type { Values } from '../../shared/forms/values';
import { composed, movedPlaces, type Place } from './places';

/** The texts of a publication by the names of their fields. */
export const textNames = ['title', 'content', 'text'] as const;
export type TextName = (typeof textNames)[number];

export type Finding = NonNullable<Schemas['PublicationFindings'][TextName]>['findings'][number];

/** A place that is published all the same, as `publish` wants it. */
type Confirmed = Readonly<Record<keyof Place, number> & { path: string }>;

export const textIn = (values: Values, name: TextName): string => composed((values[name] ?? '') as string);

/** The places of a text that were confirmed. */
export const confirmedIn = (values: Values, name: TextName): Place[] =>
  allConfirmed(values).filter(({ path }) => path === `/${name}`);

const allConfirmed = (values: Values): Confirmed[] => (values['confirmed'] ?? []) as Confirmed[];

export const isSame = (one: Place) => (other: Place) => one.offset === other.offset && one.length === other.length;

/** What the form holds once a text has these confirmed places. */
export const withConfirmed = (values: Values, name: TextName, places: readonly Place[]): Values => ({
  confirmed: [
    ...allConfirmed(values).filter(({ path }) => path !== `/${name}`),
    ...places.map(({ offset, length }) => ({ path: `/${name}`, offset, length })),
  ],
});

/** What the form holds once a text reads otherwise: what was confirmed in it stays so, where it stands now. */
export const withText = (values: Values, name: TextName, text: string): Values => ({
  [name]: text,
  ...withConfirmed(values, name, movedPlaces(confirmedIn(values, name), textIn(values, name), composed(text))),
});
