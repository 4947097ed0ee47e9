import type { paths, Schemas } from '../../shared/api/types';

export type Webhook = Schemas['Webhook'];
export type Delivery = Schemas['Delivery'];
type NewWebhook = paths['/v1/webhooks']['post']['requestBody']['content']['application/json'];
export type EventType = NonNullable<NewWebhook['types']>[number];
export type Mapping = NonNullable<NewWebhook['mapping']>;
