import type { Generated } from 'kysely';
import type { NullableTime, OrNull, Time } from './columns.ts';

export interface WebhookTables {
  webhook: {
    id: string;
    iss: string;
    area_id: number;
    url: string;
    /** Sealed. */
    secret: Uint8Array;
    former: OrNull<Uint8Array>;
    former_until: NullableTime;
    /** How long it is tried. */
    days: number;
    created_at: Time;
    told: Generated<string>;
    told_at: NullableTime;
    off_at: NullableTime;
    failures: Generated<number>;
    rests_until: NullableTime;
  };
  webhook_message: {
    webhook_id: string;
    message_id: string;
    member_id: string;
    event_id: string;
    created_at: Time;
    next_at: Time;
    tries: Generated<number>;
    /** Why the last try failed. */
    outcome: OrNull<string>;
    dead_at: NullableTime;
  };
}
