import type { Secrets } from '../identity/secrets.ts';

/** Numbers are sealed; a keyed hash of their last four digits keeps them findable. */
export const phoneTailHash = (secrets: Secrets, phone: string): Promise<string> =>
  secrets.sign(`phone-tail ${phone.replace(/\D/g, '').slice(-4)}`);
