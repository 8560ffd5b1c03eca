export interface WeChatOptions<Person> {
  appId: string;
  secret: string;
  origin: string;
  personOf(openid: string): Person | null | Promise<Person | null>;
  signToken(person: Person): string | Promise<string>;
  sessions?: Map<string, { person: Person; until: number }>;
  fetch?: (url: string, init?: RequestInit) => Promise<Response>;
  now?: () => number;
}
export function createWeChat<Person>(options: WeChatOptions<Person>): (request: Request) => Promise<Response | undefined>;
export function signatureOf(of: { ticket: string; nonceStr: string; timestamp: number; url: string }): string;
