/** What the cards say; the rest is `more-zh-CN.ts`. */
export const zhCN = {
  title: '微行动',
  sub: '邻里的事，一起搭把手',
  today: '今天',
  nextDay: '次日 ',
  left: '还剩 {count} 个名额',
  full: '名额满了',
  fullWaiting: '名额满了，候补 {count} 位',
  signUp: '我来报名',
  wait: '排个候补',
  age: '满 {age} 岁',
  failed: '微行动没有打开',
  retry: '再试一次',
};

export type ActionWords = typeof zhCN;
