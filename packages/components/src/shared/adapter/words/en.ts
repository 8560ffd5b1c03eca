import type { AdapterWords } from './zh-CN.ts';

export const en = {
  scan: 'Scan the code on the screen',
  stopScan: 'Stop scanning',
  camera: 'Hold the code on the screen in the frame',
  scanFailed: 'The scanner did not open. Please type the six digits.',
  cameraFailed: 'The camera cannot be used. Please type the six digits.',
  otherCode: 'This is some other code. Please scan the one on the check-in screen.',
  otherAction: 'This is the check-in code of another action.',
  chooseFailed: 'Your photos did not open. Please try again.',
  shareWish: '{area} · Wishes',
  shareProject: '{area} · Projects',
  shareStar: 'A story: {title}',
  shareStarText: '{area} · Stars',
} satisfies AdapterWords;
