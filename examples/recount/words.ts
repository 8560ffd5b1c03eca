import type { Check, Why } from '@five-micro/tally/record';

const zh = {
  title: '再数一遍',
  lead: '投票截止以后，每一张票都公布了，只是不写是谁投的。选一份记录，这台设备会自己把票再数一遍，不问服务器。',
  address: '记录的地址',
  file: '或者存下来的文件',
  slip: '我有一张回执',
  code: '回执编号',
  signature: '回执签名（可以不填）',
  count: '数一遍',
  votes: '票数',
  'other-rule': '换一种规则，同样的票会选出：',
  honest: '回执由服务器签名，证明这个编号下的一张票在计入的票里。它不证明是哪一张，也防不住在投票期间复制了密钥的运营者。',
  compare: '请把“开投摘要”和开投时公布的那一串对一对：编造整份记录的人，也会编造摘要。',
  counting: '正在数……',
  nothing: '请写一个地址，或者选一个文件。',
  away: '这个地址没有给出记录。投票截止以后才有。',
  'no-record': '这不是一份投票的记录。',
  holds: '数出来的和公布的一样。',
  fails: '有对不上的地方。',
  won: '选上了',
  back: '回到投票的页面',
  language: 'English',
} as const;

export type Word = keyof typeof zh;

export interface Words {
  say: Record<Word, string>;
  checks: Record<Check, string>;
  why: Record<Why, string>;
  when: (from: string, until: string) => string;
  numbers: (ballots: number, paper: number) => string;
  ballots: (votes: number) => string;
}

export const words: Record<'zh-CN' | 'en', Words> = {
  'zh-CN': {
    say: zh,
    checks: {
      opening: '开投摘要对得上：选项和规则是当时公布的',
      withheld: '有的名称社工后来收起来了，开投摘要没有变，单凭这份记录对不上。留着开投时那份 opening.json 的人可以对',
      titles: '名称就是开投时公布的那些，没有换过',
      closing: '截止摘要对得上：结果是当时公布的',
      lists: '票和回执，就是公布的那两份',
      numbers: '票数、回执数和计入的数一样多',
      ballots: '每一张票都合规则',
      counts: '每个选项的票数都对',
      outcome: '结果都对得上：这一轮的规则选出的、另一种规则会选出的，都和公布的一样',
      receipt: '这张回执下的票在计入的票里',
      signature: '这张回执是服务器签的',
    },
    why: {
      won: '选上了',
      'beyond-winners': '名额满了',
      'too-dear': '轮到它时，钱不够了',
      'shares-spent': '支持它的人分到的钱，合起来不够',
      'no-votes': '没有票',
      tie: '票数一样，抽签没抽中',
    },
    when: (from, until) => `${from} 开投，${until} 截止`,
    numbers: (ballots, paper) => `一共 ${ballots} 张票${paper > 0 ? `，其中纸质票 ${paper} 张` : ''}。`,
    ballots: (votes) => `${votes} 票`,
  },
  en: {
    say: {
      title: 'Count it again',
      lead: 'Once a vote has ended every ballot is published, without saying whose it was. Choose a record, and this device counts it again by itself, asking no server.',
      address: 'The record’s address',
      file: 'Or a file that you have kept',
      slip: 'I have a receipt',
      code: 'Its code',
      signature: 'Its signature (if you like)',
      count: 'Count',
      votes: 'Votes',
      'other-rule': 'Under the other rule the same ballots would have chosen:',
      honest:
        'The receipt, signed by the server, proves that a ballot under this code is among those counted. It does not prove which, and it does not protect against an operator who copies the key while the vote is open.',
      compare:
        'Compare the opening’s digest with the one that was published when the vote opened: whoever made up a whole record made up its digests too.',
      counting: 'Counting …',
      nothing: 'Name an address, or choose a file.',
      away: 'There is no record at this address. A vote has one once it has ended.',
      'no-record': 'This is not the record of a vote.',
      holds: 'It counts to what was published.',
      fails: 'Something does not hold.',
      won: 'Won',
      back: 'Back to the vote',
      language: '中文',
    },
    checks: {
      opening: 'The opening’s digest holds: options and rules are those that were published',
      withheld:
        'A worker has put away titles since. The opening’s digest stays, and cannot be recomputed from this record; whoever kept opening.json can',
      titles: 'What was voted on is called what it was called when the vote opened',
      closing: 'The closing’s digest holds: the result is the one that was published',
      lists: 'Ballots and receipts are the lists that were published',
      numbers: 'There are as many ballots as receipts, and as many as were counted',
      ballots: 'Every ballot keeps to the rules',
      counts: 'Every option has the votes that were published',
      outcome: 'Both results are as they were published: by the rule of this vote, and what the other rule would have given',
      receipt: 'A ballot under this receipt is among those counted',
      signature: 'The server has signed this receipt',
    },
    why: {
      won: 'Won',
      'beyond-winners': 'All places were taken',
      'too-dear': 'Not enough money was left when its turn came',
      'shares-spent': 'Its supporters’ shares together were not enough',
      'no-votes': 'Nobody chose it',
      tie: 'As many votes as another; the draw went against it',
    },
    when: (from, until) => `From ${from} to ${until}`,
    numbers: (ballots, paper) => `${ballots} ballots${paper > 0 ? `, ${paper} of them on paper` : ''}.`,
    ballots: (votes) => `${votes} ${votes === 1 ? 'vote' : 'votes'}`,
  },
};
