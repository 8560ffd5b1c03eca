/** What is asked and said around signing up and off. */
export const actsZhCN = {
  signedUp: '报上了，{time}见',
  waits: '排上了，你是候补第 {count} 位。轮到了会告诉你',
  signedOff: '取消了，名额让给别的邻居',
  off: { title: '取消报名？', text: '', act: '取消报名', stay: '我还去' },
  offNext: '你的名额会马上给候补的第一位。',
  leave: { title: '不排了？', text: '以后再排，要从最后排起。', act: '不排了', stay: '接着排' },
  full: {
    title: '慢了一步，名额刚好满了',
    text: '前面有 {count} 位在候补。有人取消，就按先后轮到。',
    act: '排个候补',
    stay: '先不了',
  },
  fullFirst: '还没有人候补。有人取消，第一个就轮到你。',
  overlap: {
    title: '这段时间你有约了',
    text: '你报了“{title}”，和这一场碰在一起。先取消那一场，才能报这一场。',
    act: '看看那一场',
    stay: '知道了',
  },
};

export type ActWords = typeof actsZhCN;
