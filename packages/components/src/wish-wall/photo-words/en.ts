import type { PhotoWords } from './zh-CN.ts';

export const en: PhotoWords = {
  add: 'Add photos',
  hint: (most) => `Up to ${most}. They are made smaller before they are sent. `,
  hintPublic: 'A social worker looks at them before anyone else does.',
  shrinking: 'Making it smaller',
  sending: 'Sending',
  ready: 'Sent',
  failed: 'Not sent',
  unreadable: 'This is not a photo',
  again: 'Send again',
  remove: (index) => `Remove photo ${index}`,
  tooMany: (most) => `${most} at most; the others were not added.`,
  alt: (index) => `Photo ${index}`,
  wait: 'Please wait until the photos have been sent.',
  drop: 'One photo was not sent. Send it again or remove it.',
};
