/** How a subscriber is told: by CloudEvents, or as the interface of a named partner asks. */
export const mappings = ['events', 'national_portal', 'dossier_system', 'web_portal'] as const;

/** Who has a mapping of its own. */
export type PartnerName = Exclude<(typeof mappings)[number], 'events'>;

/**
 * How a message to a subscriber stands. `refused`: the partner says never. `givenUp`: out of tries, kept to be sent again.
 * `notConcerned`: the partner has no part in the case.
 */
export const deliveryStatuses = ['pending', 'accepted', 'refused', 'givenUp', 'notConcerned'] as const;
