/** What the gallery says when it is first seen; the rest is `more-zh-CN.ts`. */
export const zhCN = {
  title: '微星光',
  sub: '就在身边的邻居',
  year: (year: string) => year,
  quarter: (year: string, quarter: string) => `${year} 年${['一', '二', '三', '四'][Number(quarter) - 1] ?? quarter}季度`,
  month: (year: string, month: number) => `${year} 年 ${month} 月`,
  contest: (title: string, until: string) => `正在评选：${title}，${until} 截止`,
  contestSoon: (title: string, from: string) => `${title}，${from} 开始投票`,
  contestGo: '去看看，投一票',
  contestLook: '看看候选的邻居',
  failed: '微星光没有打开',
  retry: '再试一次',
};

export type GalleryWords = typeof zhCN;
