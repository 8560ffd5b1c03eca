/** Words of the picture picker. zh-CN is the source: other languages have the same keys. */
export const zhCN = {
  add: '加照片',
  hint: (most: number) => `最多 ${most} 张，会先缩小再传。`,
  hintPublic: '给大家看之前，社工会先看。',
  shrinking: '正在缩小',
  sending: '正在传',
  ready: '传好了',
  failed: '没传上',
  unreadable: '这不是照片',
  again: '再传一次',
  remove: (index: number) => `去掉第 ${index} 张`,
  tooMany: (most: number) => `最多 ${most} 张，多的没有加上。`,
  alt: (index: number) => `第 ${index} 张`,
  wait: '等照片传好再交。',
  drop: '有一张没传上。再传一次，或者去掉它。',
};

export type PhotoWords = typeof zhCN;
