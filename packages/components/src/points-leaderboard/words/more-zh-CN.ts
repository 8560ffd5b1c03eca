/** What stands around the lines of a board, and in their place. */
export const moreZhCN = {
  asOf: (time: string) => `，截至 ${time}`,
  periods: '时间',
  tab: { week: '本周', month: '本月', quarter: '本季', year: '今年', all: '全部' },
  boards: '谁',
  place: '范围',
  goTo: (name: string) => `去看${name}的积分榜`,
  below: { district: '各街道', street: '各社区', community: '各网格', grid: '' },
  belowOf: (name: string) => `${name}下面的积分榜`,
  nothingBelow: '下面没有再分开的榜。',
  belowFailed: '没有读出来，再试一次',
  couldNotGo: (name: string) => `${name}的积分榜没有打开。`,

  total: (period: string, area: string, points: string) => `${period}在${area}做的事，一共加了 ${points} 分。`,
  totalEver: (area: string, points: string) => `到现在，在${area}做的事一共加了 ${points} 分。`,
  population: {
    members: (count: string) => `榜上有 ${count} 位邻居。`,
    organisations: (count: string) => `榜上有 ${count} 个组织。`,
  },
  shown: (count: number) => `显示 ${count} 名`,
  shownMore: (count: number) => `显示 ${count} 名，下面还有`,

  gap: (count: string) => `中间还有 ${count} 位邻居`,
  more: (count: number) => `再看 ${count} 名`,
  moreFailed: '没有读出来，再试一次',

  you: '你',
  youNamed: (name: string) => `你，${name}`,
  toNext: (points: string) => `距上一名还差 ${points} 分`,
  first: '前面没有人了',
  none: { week: '本周还没有积分', month: '本月还没有积分', quarter: '本季还没有积分', year: '今年还没有积分', all: '还没有积分' },
  noneHint: '圆一个邻居的心愿，去一次行动，就有了。',
  unlisted: '这一行只有你自己看得到。想上榜，在“我的”里打开“积分榜上”。',
  why: '这些分从哪来',
  yours: '你自己的名次',
  ownFailed: '你的名次没有读出来。',
  signInOffer: '登录以后，这里有你自己的名次。',
  signIn: '去登录',
  compactOwn: (rank: number, points: string) => `你在第 ${rank} 名，${points} 分。`,
  compactHint: '只列愿意上榜的邻居。',
  compactOrganisations: '只算以组织名义做的事。',
  allOfIt: '看整张榜',

  rules: '怎么加分：',
  rule: {
    'wish-helped': (points: number) => `圆一个心愿 ${points} 分`,
    'action-hour': (points: number) => `行动每小时 ${points} 分`,
    'wish-published': (points: number) => `许一个心愿 ${points} 分`,
    vote: (points: number) => `投票 ${points} 分`,
    'report-in': (points: number) => `网上报到 ${points} 分`,
  },
  ruleAnd: '，',
  ruleEnd: '。',
  never: '转发、拉人不加分。',
  choose: '想上榜或不想上榜，在“我的”里改。',

  empty: {
    members: {
      week: '本周还没有上榜的邻居',
      month: '本月还没有上榜的邻居',
      quarter: '本季还没有上榜的邻居',
      year: '今年还没有上榜的邻居',
      all: '还没有上榜的邻居',
    },
    organisations: {
      week: '本周还没有上榜的组织',
      month: '本月还没有上榜的组织',
      quarter: '本季还没有上榜的组织',
      year: '今年还没有上榜的组织',
      all: '还没有上榜的组织',
    },
  },
  emptyText: { members: '帮一件小事，又愿意上榜，名字就在这里。', organisations: '以组织名义帮的忙，都算在组织名下。' },
  showAll: '看全部时间的',
};

export type MoreWords = typeof moreZhCN;
