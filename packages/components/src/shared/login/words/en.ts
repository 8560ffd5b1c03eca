import type { LoginWords } from './zh-CN.ts';

export const en = {
  elsewhere: 'Please sign in on this website first, then come back to this.',
  unanswered:
    'Somebody has to sign in, and the page did not take it on: give <fm-community> the address of your login page, as login-url="/login?back={back}"; or listen for fm-login-required, and take it by event.preventDefault() or event.waitUntil(). See docs/login.md.',
} satisfies LoginWords;
