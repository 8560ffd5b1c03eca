/** What a wall says before anything is pressed; the rest is `more-zh-CN.ts`. */
export const zhCN = {
  title: '微心愿墙',
  sub: '邻居的小事，邻居来帮',
  helped: '已经实现',
  help: '我来帮 TA',
  helpWhat: '我来帮 TA：{title}',
  offlineHelp: '连上网再认领',
  forWhom: '为 ',
  partly: '已有 {held} 位，还差 {left} 位',
  wanted: '要 {wanted} 位',
  own: '我许的心愿',
  me: '我',
  several: '{name}等 {count} 位',
  dueBy: '正在圆梦 · {day}前',
  reported: '已经办好 · 等许愿人确认',
  expired: '过了 {day}，没来得及圆上',
  expiredPlain: '过了期限，没来得及圆上',
  thanks: ' 谢谢 ',
  visited: '社工上门看过 · ',
  photoOf: '圆梦的照片：{title}',
  quote: '“{words}”',
  failed: '心愿墙没有打开',
  retry: '再试一次',
  kind: { item: '实物', service: '服务', company: '陪伴' },
};

export type WallWords = typeof zhCN;
