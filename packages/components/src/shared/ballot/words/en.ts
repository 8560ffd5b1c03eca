import type { BallotWords } from './zh-CN.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const projects = (count: number): string => (count === 1 ? '1 project' : `${count} projects`);

export const en = {
  tray: 'My ballot',
  of: (count: number, most: number) => `${count} of ${most} chosen`,
  count: { stars: (count: number) => `${people(count)} chosen`, projects: (count: number) => `${projects(count)} chosen` },
  left: { stars: (count: number) => `You may choose ${count} more`, projects: (count: number) => `You may choose ${count} more` },
  enough: 'That is as many as you may choose',
  missing: {
    stars: (count: number) => `Choose at least ${count} more`,
    projects: (count: number) => `Choose at least ${count} more`,
  },
  slot: { stars: 'One more', projects: 'One more' },
  none: { stars: 'Nobody chosen yet', projects: 'Nothing chosen yet' },
  remove: (title: string) => `Take off ${title}`,
  spent: (spent: string, budget: string) => `${spent} of ${budget}`,
  rest: (money: string) => `${money} left`,
  look: 'See what is on it',
  fold: 'Fold',
  cast: 'Cast this ballot',
  casting: 'Casting…',
  castChange: 'Change my ballot to this',
  keep: 'Leave it as it was',
  full: {
    stars: (most: number) => `At most ${people(most)}. Take one off to choose another.`,
    projects: (most: number) => `At most ${projects(most)}. Take one off to choose another.`,
  },
  tooDear: (money: string) => `Only ${money} is left, less than this costs. Take one off to choose another.`,
  before: 'You had voted before. What you chose now is not cast yet: press "Change my ballot to this" if that is what you want.',
  superseded: 'You voted once more somewhere else, and that ballot stands. Cast again to change it.',
  late: 'Voting has just closed. This ballot was not counted.',
  notYet: 'Voting has not begun. What you chose is kept.',
  cannotRead: 'Your last ballot could not be read. Please try again.',

  slip: 'Your ballot is in',
  slipAfter: 'Your receipt',
  voted: 'You have voted',
  votedHint: 'There is no receipt on this device. Until voting closes you can have it again; the code stays the same.',
  again: 'Get the receipt again',
  got: {
    stars: (time: string, count: number) => `Received ${time}, ${people(count)} chosen. A changed ballot keeps this code.`,
    projects: (time: string, count: number) => `Received ${time}, ${projects(count)} chosen. A changed ballot keeps this code.`,
  },
  proof: {
    stars: 'After the close, this code in the published list says that the ballot was counted. It does not tell whom you chose.',
    projects:
      'After the close, this code in the published list says that the ballot was counted. It does not tell what you chose.',
  },
  codeLabel: (code: string) => `Receipt ${code}`,
  save: 'Save as a picture',
  saved: 'Here is the picture. If it was not saved by itself, press and hold it.',
  picture: 'A picture of the receipt',
  pictureFailed: 'The picture could not be made. Please write the code down.',
  copy: 'Copy as text',
  roundId: 'Round',
  signature: 'Signature',
  copied: 'Copied',
  copyFailed: 'It could not be copied. Please write the code down.',
  change: 'Change my ballot',
  check: 'Was it counted?',
  checking: 'Looking…',
  counted: (ballots: string) => `This code is in the published list: your ballot is one of ${ballots}.`,
  recorded: 'The ballot with this code has been received.',
  unknown: 'This code is not in the list. Please show your receipt to the community.',
  codeAsk: 'You have a receipt? Look its code up',
  codeHint: '16 characters; blanks and hyphens do not matter',
  codeWrong: 'The code has 16 letters and digits. Please look again.',
  checkIt: 'Look it up',

  told: 'How ballots are counted',
  secret: 'Until the close nobody sees the votes, the workers included.',
  live: 'While voting is open, the votes are brought up to date with every five ballots.',
  published: 'After the close all ballots are published in random order, so that anyone can count again.',
  ties: 'Ties are decided as was laid down before voting opened.',
  honest:
    "One thing said plainly: this does not protect against someone who secretly copies the server's key while voting is open.",
  paper:
    'Neighbours without a phone can fill in a paper ballot at the community centre. One worker enters it, another checks it.',
} satisfies BallotWords;
