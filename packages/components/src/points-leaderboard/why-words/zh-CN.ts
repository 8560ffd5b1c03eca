/** Where points come from, entry by entry. */
export const zhCN = {
  title: {
    week: (points: string) => `你本周的 ${points} 分从哪来`,
    month: (points: string) => `你本月的 ${points} 分从哪来`,
    quarter: (points: string) => `你本季的 ${points} 分从哪来`,
    year: (points: string) => `你今年的 ${points} 分从哪来`,
    all: (points: string) => `你的 ${points} 分从哪来`,
  },
  plainTitle: '这些分从哪来',
  /** A kind of deed, beside the sum of its points. */
  rule: {
    'wish-helped': '圆心愿',
    'action-hour': '参加行动',
    'wish-published': '许愿',
    vote: '投票',
    'report-in': '网上报到',
  },
  otherRule: '其他',
  /** What an entry was for; `title` is null where its words are gone. */
  entry: {
    'wish-helped': (title: string | null) => (title ? `圆了“${title}”` : '圆了邻居的一个心愿'),
    'action-hour': (title: string | null) => (title ? `参加“${title}”` : '参加了一次行动'),
    'wish-published': (title: string | null) => (title ? `许愿“${title}”` : '许了一个心愿'),
    vote: (title: string | null) => (title ? `投票“${title}”` : '投了一票'),
  },
  reportIn: (area: string) => `到${area}网上报到`,
  otherEntry: (title: string | null) => title ?? '一笔积分',
  lasted: (time: string) => `，${time}`,
  correction: (entry: string) => `更正：${entry}`,
  corrected: '后来更正了',
  capped: '那天同类的分已经加满',
  inName: (organisation: string) => `以${organisation}的名义`,
  byWorker: (name: string) => `社工${name}更正`,
  hours: (hours: number, minutes: number) => [hours && `${hours} 小时`, minutes && `${minutes} 分钟`].filter(Boolean).join(' '),
  none: '这段时间还没有积分。',
  noneEver: '还没有积分。',
  more: '看更早的',
  moreFailed: '没有读出来，再试一次',
  failed: '积分的来处没有打开',
  hint: '每一笔都记着，改不掉；记错了，会多一笔更正。',
};

export type WhyWords = typeof zhCN;
