import type { DoctorWords } from './zh-CN.ts';

export const en = {
  title: 'Five Micro check-up',
  lead: 'Shown because of the attribute debug. Take it away when all is well.',
  looking: 'Looking at this page …',
  again: 'Look again',
  wrong: 'To mend',
  caution: 'Note',
  fine: 'Fine',
  skipped: 'Not looked at yet',
  count: { none: 'Nothing is wrong.', some: 'To look at: {count}.' },
  checks: {
    attributes: { fine: 'Elements and attributes are written right' },
    server: { fine: 'The server knows this website, and has this area', skipped: 'Server: mend the security policy first' },
    token: {
      fine: 'The sign-in token is good',
      nobody: 'Nobody is signed in now; everyone can read',
      none: 'No sign-in is connected: everyone can read, nobody can act',
      skipped: 'Sign-in: mend what stands above first',
    },
    login: { fine: 'Whoever has to sign in is taken to login-url', page: 'The page itself takes on who has to sign in' },
    policy: { fine: "The page's security policy keeps nothing away" },
    versions: { fine: 'There is one version of Five Micro' },
  },
  findings: {
    tag: ['There is no element <{tag}>', 'Probably a slip of the keyboard. There are: {known}.'],
    'not-loaded': [
      'The code of <{tag}> is not on this page',
      "Take /embed/five-micro.js, which finds every element of a page, or add this element's own file.",
    ],
    alone: ['<{tag}> stands outside of <fm-community>', '{text}'],
    'unknown-attribute': ['<{tag}> has no attribute {name}', 'It does nothing. There are: {known}.'],
    'wrong-value': ['{name} of <{tag}> cannot be "{value}"', 'It can be: {known}. Now it counts as left out.'],
    'wrong-number': [
      '{name} of <{tag}> cannot be "{value}"',
      'It can be a whole number: {known}. Now the nearest one is taken; what is no number counts as left out.',
    ],
    'no-api-url': [
      'api-url is missing',
      'The address of the server, as api-url="https://wuwei.example.cn/api/v1", or api-url="/api/v1" on the same website.',
    ],
    'no-area': ['It is not said which area this is', '{text}'],
    mixed: [
      'A page on https cannot use a server on http',
      'Browsers refuse it. Give {url} a certificate, and begin api-url with https://.',
    ],
    'api-url': ['No Five Micro service was found', '{text}'],
    area: ['The area was not found', '{text}'],
    origin: ['The server does not know this website', '{text}'],
    unreachable: [
      'The server did not answer',
      '{url} cannot be reached. Is the server running, is its certificate good, is api-url written right?',
    ],
    server: ['The server failed', '{text}'],
    'token-url': ['Signing in is not connected yet', '{text}'],
    token: ['Signing in failed', '{text} On the server, five-micro token explain goes through it point by point.'],
    'token-clock': ['A sign-in ends as soon as it begins', '{text}'],
    'login-url': [
      'login-url cannot be used: {url}',
      'It is the login page of your own website, as /login?back={back}; on another one it has to begin with https://.',
    ],
    'login-no-token': [
      'There is a login-url and no token-url: whoever comes back from it is nobody',
      'Give <fm-community> a token-url, an address that says who is signed in. See docs/login.md.',
    ],
    'login-no-back': [
      'login-url has no {back}: nobody comes back to this page from it',
      'Write login-url="/login?back={back}"; the login page goes on to the path in back. See docs/login.md.',
    ],
    'login-nowhere': [
      'Where people sign in has not been seen yet',
      'Give <fm-community> your login page, login-url="/login?back={back}". If the page listens for fm-login-required itself, press once what needs a sign-in: this line goes when it was taken on. See docs/login.md.',
    ],
    'login-unanswered': [
      'Somebody had to sign in, and nobody took it on',
      'Give <fm-community> your login page, login-url="/login?back={back}"; or listen for fm-login-required, and take it by event.preventDefault() or event.waitUntil(). See docs/login.md.',
    ],
    policy: ['The security policy kept {what} away', 'Add {source} to {directive} of the Content-Security-Policy of this page.'],
    versions: [
      'This page has {count} versions of Five Micro',
      'They are downloaded twice, and the first one rules. Leave one script. There are: {scripts}.',
    ],
  },
} satisfies DoctorWords;
