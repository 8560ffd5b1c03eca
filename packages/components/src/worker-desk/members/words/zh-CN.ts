/** What a worker reads about residents. This catalogue is the source; the other languages have the same keys. */
export const zhCN = {
  list: '居民，按姓氏读音排',
  empty: { title: '没有找到', text: '换个写法再找，可以用姓名、拼音，或电话的后几位。' },
  pick: '从左边选一位来看',
  search: {
    label: '找居民',
    placeholder: '姓名、拼音（zeng），或电话的后几位',
    hint: '按姓氏读音排。找人和看人都会留下记录。',
    act: '找一找',
  },
  all: '看全部',
  byWorker: '社工登记的',
  noAccount: '没有手机',
  withAccount: '用手机登录',

  wishFor: '替 TA 许愿',
  self: '这是你自己，要请别的社工来办。',

  merge: {
    title: '是不是登记了两次',
    hint: '同一个人有两份资料，可以合成一份。',
    start: '合成一个人',
    choose: '另一份是哪一位',
    placeholder: '姓名、拼音，或电话的后几位',
    take: '选 TA',
    compare: '对一对，是不是同一个人',
    stays: '留下这一份',
    goes: '并过去',
    swap: '换过来',
    other: '换一位',
    follows: (goes: string, stays: string) => [
      `${goes}的心愿、认领、经过和通知，都归到留下的${stays}名下。`,
      '两份都帮过同一个心愿的，只算一次；自己的心愿不能算自己帮的。',
    ],
    accounts: '并过去的那一份用手机登录的，以后登录就是留下的这一位。',
    never: '合过以后分不开，也不能反悔。',
    first: '是同一个人，合成一份',
    really: '想好了，合在一起',
    leave: '先不合',
    done: (name: string) => `合好了，现在只有一位${name}`,
  },
  revoke: {
    title: '手机丢了，或账号被别人用了',
    first: '让 TA 重新登录',
    follows: ['TA 所有手机和电脑上的登录马上收回，最多一分钟。', '心愿、认领和资料都不动，TA 重新登录就能接着用。'],
    really: '收回登录',
    leave: '先不收',
    done: '登录都收回了，TA 要重新登录',
  },
  gone: '这份资料刚才变了，可能和别的合在一起，或者 TA 清掉了。这里显示的是之前的样子。',
};

export type MemberWords = typeof zhCN;
