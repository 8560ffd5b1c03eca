/** What an organisation's page says. This catalogue is the source; the other languages have the same keys. */
export const zhCN = {
  kinds: { party: '党组织', social: '社会组织', partner: '共建单位', community: '社区' },
  above: '上级组织',
  below: '下面的组织',
  goTo: (name: string) => `去看${name}`,
  helped: '圆了的心愿',
  inProgress: '正在帮',
  pieces: '个',
  withBranches: '连同下面的组织一起算，一个心愿只算一次',

  wishes: '帮过的、正在帮的',
  open: (title: string) => `看经过：${title}`,
  forWhom: (name: string) => `为 ${name}`,
  by: (names: string) => `${names}帮的`,
  dueBy: (day: string) => `说好 ${day} 前`,
  quote: (words: string) => `“${words}”`,
  visited: '社工去看过',
  more: '再看一些',
  moreFailed: '没有读出来，再试一次',
  empty: { title: '还没有帮过的心愿', text: '认领了第一个，就会出现在这里。' },

  actions: '办的行动',
  startAction: '发起一个行动',
  noActions: '还没有办过行动。',
  moreActions: (count: number) => `再看 ${count} 场`,
  fewerActions: '收起来',
  actionStatus: { draft: '草稿，等社工看', open: '报名中', closed: '正在进行', finished: '办完了', cancelled: '取消了' },

  representatives: '联系人',
  representativesHint: '可以用这个组织的名义帮忙的人。只有社工和联系人自己看得到。',
  origin: { issuer: '网站登记的', worker: '社工定的' },
  since: (day: string) => `${day}起`,
  noRepresentatives: '现在没有联系人。',
  representativesFailed: '联系人没有读出来。',

  error: '这个组织的页面没有打开',
  couldNotGo: (name: string) => `${name}没有打开，还在原来的地方。`,
  unset: '还没有写 organisation：要看哪个组织，比如 organisation="yikang-branch-2"。',
};

export type OrganisationWords = typeof zhCN;
