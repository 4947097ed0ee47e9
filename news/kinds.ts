/** The systems that are told of cases by an interface of their own. */
export const partners = ['national_portal', 'dossier_system', 'web_portal'] as const;
export type PartnerName = (typeof partners)[number];

/** How a subscriber is told: by CloudEvents, or as the interface of a named partner asks. */
export const mappings = ['events', ...partners] as const;

/**
 * How a message to a subscriber stands. `refused`: the partner says never. `givenUp`: out of tries, kept to be sent again.
 * `notConcerned`: the partner has no part in the case.
 */
export const deliveryStatuses = ['pending', 'accepted', 'refused', 'givenUp', 'notConcerned'] as const;
