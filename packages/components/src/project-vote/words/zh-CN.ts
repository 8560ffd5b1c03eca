/** What a vote says when it is first seen; the rest is `more-zh-CN.ts`. */
export const zhCN = {
  title: '微实事',
  how: '怎么投',
  most: (max: number) => `最多选 ${max} 件`,
  between: (min: number, max: number) => `选 ${min} 到 ${max} 件`,
  within: '不超过总的钱数就行',
  change: '截止前随时能改',
  rule: '怎么定',
  rules: { 'most-votes': '票多的先办', 'equal-shares': '钱平分给每张票' },
  upTo: (winners: number) => `办前 ${winners} 件`,
  money: '办到钱用完为止',
  shares: '每张票的分量一样',
  budget: '一共有',
  pick: '选这件',
  picked: '已选',
  failed: '投票没有打开',
  retry: '再试一次',
};

export type VoteWords = typeof zhCN;
