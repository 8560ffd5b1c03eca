import type { SetupWords } from './setup-zh-CN.ts';

export const en: SetupWords = {
  title: 'This part of the page is not connected yet',
  'no-provider': 'Put it inside <fm-community api-url="…" area="…">, or give it api-url and area of its own.',
  'no-area': 'area is missing: which community this page is, as area="yikang".',
  'api-url': 'api-url is wrong: there is no Five Micro service at {url}. It should end in /api/v1.',
  area: 'area is wrong: there is no area called "{area}".',
  token: 'The sign-in token was refused: {reason}',
  'token-clock':
    "The sign-in token was refused: it had ended when the portal gave it. Check the clock of the portal's server, and whether it keeps old tokens in a cache ({reason}).",
  'token-url':
    'No sign-in token came from token-url ({reason}). It has to be on this website and answer 200 with { "token": "…" }, or { "token": null } when nobody is signed in.',
  origin: "The server does not know this website: add {origin} to ALLOWED_ORIGINS or to the issuer's origins.",
};
