/** What a board says when it is first seen; the rest is `more-zh-CN.ts`. */
export const zhCN = {
  title: '积分榜',
  titleOf: (period: string) => `${period}积分榜`,
  sub: { members: '只列愿意上榜的邻居', organisations: '只算以组织名义做的事' },
  period: { week: '本周', month: '本月', quarter: '本季', year: '今年', all: '全部' },
  of: { members: '邻居', organisations: '组织' },
  rank: '名次',
  nth: (rank: number) => `第 ${rank} 名`,
  points: '积分',
  pts: (points: string) => `${points} 分`,
  perHead: (points: string) => `人均 ${points} 分`,
  since: { week: '比上周', month: '比上月', quarter: '比上季', year: '比去年' },
  up: (ranks: number) => `上升 ${ranks} 名`,
  down: (ranks: number) => `下降 ${ranks} 名`,
  same: '没有变',
  fresh: (period: string) => `${period}新上榜`,
  hours: (hours: number) => `行动 ${hours} 小时`,
  wishes: (wishes: number) => `圆了 ${wishes} 个心愿`,
  and: '，',
  you: '你',
  failed: '积分榜没有打开',
  retry: '再试一次',
};

export type BoardWords = typeof zhCN;
