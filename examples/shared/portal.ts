// What your portal has already: a login, and an address that answers with the token of whoever is signed in. These are the
// demo portal's, on the server that `npm start` (or `npx five-micro serve`) starts.
import type { GetToken } from '@five-micro/sdk';

async function send(path: string, body: object): Promise<void> {
  const response = await fetch(`/portal/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`/portal/${path} answered ${response.status}`);
}

/** A real portal shows its own sign-in here. Answers the name of who is signed in now. */
export async function signIn(): Promise<string> {
  await send('sign-in', { sub: 'li-guifang' });
  return '李桂芳';
}

export const signOut = (): Promise<void> => send('sign-out', {});

export const getToken: GetToken = async ({ signal }) => {
  const response = await fetch('/portal/token', { signal, cache: 'no-store' });
  const { token }: { token: string | null } = await response.json();
  return token;
};
