import type { Secrets } from '../identity/secrets.ts';

const tail = (phone: string) => `phone-tail ${phone.replace(/\D/g, '').slice(-4)}`;

/** Numbers are sealed; a keyed hash of their last four digits keeps them findable. */
export const phoneTailHash = (secrets: Secrets, phone: string): Promise<string> => secrets.hash(tail(phone));

/** All hashes under which the last four digits may be found: while keys change hands there is more than one. */
export const phoneTailHashes = (secrets: Secrets, phone: string): Promise<string[]> => secrets.hashes(tail(phone));
