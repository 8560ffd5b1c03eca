import * as z from 'zod/mini';
import type { SampleMember, SamplePersona } from '../sample/types.ts';
import type { Secrets } from '../identity/secrets.ts';
import type { DemoIssuer } from './demo-issuer.ts';
import { isLoopback } from './settings.ts';

const cookieName = 'five-micro-demo';
/** Seconds. */
const sessionLife = 12 * 60 * 60;
const tokenLife = 10 * 60;

/** Answers below `/portal/`, or nothing where it has no such address. */
export type Portal = (request: Request, path: string) => Promise<Response | undefined>;

interface Cast {
  personas: readonly SamplePersona[];
  members: readonly SampleMember[];
}

/**
 * What a portal brings: a login of its own, and the address where its pages get their tokens. Here one signs in
 * by choosing who to be, so it answers on this machine only.
 */
export function createPortal(issuer: DemoIssuer, { personas, members }: Cast, secrets: Secrets, clock: () => Date): Portal {
  const sessions = createSessions(secrets, clock);

  const tokenFor = async (sub: string | undefined): Promise<string | null> => {
    const member = members.find((one) => one.sub === sub);
    if (!member) return null;
    const { home, roles, name, represents } = member;
    return issuer.sign({ sub: member.sub, area: home ?? undefined, roles, name, orgs: represents ?? [], ttl: tokenLife });
  };

  return async (request, path) => {
    // A page of the outside whose name was bent to point here (DNS rebinding) is not answered.
    if (!isLoopback(new URL(request.url).hostname)) return undefined;
    switch (`${request.method} ${path}`) {
      case 'GET personas':
        return json({ items: personas, signedIn: (await sessions.read(request)) ?? null });
      case 'GET token':
        return json({ token: await tokenFor(await sessions.read(request)) });
      case 'POST sign-in': {
        const sub = await readSub(request);
        if (sub === undefined || !personas.some((persona) => persona.sub === sub))
          return json({ message: 'Nobody of this name.' }, 400);
        return json({ signedIn: sub }, 200, await sessions.cookie(sub));
      }
      case 'POST sign-out':
        return json({ signedIn: null }, 200, `${cookieName}=; Path=/portal; HttpOnly; SameSite=Lax; Max-Age=0`);
      default:
        return undefined;
    }
  };
}

const session = z.object({ sub: z.string(), until: z.number() });

function createSessions(secrets: Secrets, clock: () => Date) {
  return {
    async cookie(sub: string): Promise<string> {
      const payload = Buffer.from(JSON.stringify({ sub, until: clock().getTime() + sessionLife * 1000 })).toString('base64url');
      const signature = await secrets.sign(`demo-session ${payload}`);
      return `${cookieName}=${payload}.${signature}; Path=/portal; HttpOnly; SameSite=Lax; Max-Age=${sessionLife}`;
    },
    /** Who is signed in. */
    async read(request: Request): Promise<string | undefined> {
      const [, payload, signature] =
        new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)\\.([\\w-]+)`).exec(request.headers.get('cookie') ?? '') ?? [];
      if (payload === undefined || signature === undefined) return undefined;
      if (!(await secrets.verify(`demo-session ${payload}`, signature))) return undefined;
      const { sub, until } = session.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return until > clock().getTime() ? sub : undefined;
    },
  };
}

/** Only from JSON, which no form of another site can send. */
async function readSub(request: Request): Promise<string | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
  try {
    const body: unknown = await request.json();
    return typeof body === 'object' && body !== null && 'sub' in body && typeof body.sub === 'string' ? body.sub : undefined;
  } catch {
    return undefined;
  }
}

const json = (value: unknown, status = 200, cookie?: string) =>
  new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(cookie !== undefined && { 'set-cookie': cookie }),
    },
  });
