import type { Language } from '@five-micro/contract';

const zh = {
  make: '新建 {slug}（{name}），在 {above} 之下',
  root: '新建 {slug}（{name}），另起一棵树',
  rename: '{slug} 由“{from}”改名为“{to}”',
  set: '修改 {slug} 的 {keys}',
  planned: '将要做这些：',
  done: '已完成。',
  nothing: '现状与文件一致，没有要改的。',
  dry: '这是试看（--dry-run），什么也没有改。',
  newRoot:
    '{slugs} 不在已有的区域里，会成为另一棵树的顶端；已有的顶端是 {there}。若是写错了，请改文件；若确实要另起一棵树，请加上 --new-root。',
  unchanged: '什么也没有改。',
  unreadable: '{file} 不是能读的 JSON：{why}',
};

const en = {
  make: 'make {slug} ({name}), below {above}',
  root: 'make {slug} ({name}), the top of a new tree',
  rename: 'rename {slug} from {from} to {to}',
  set: 'set {keys} of {slug}',
  planned: 'This is what is to be done:',
  done: 'Done.',
  nothing: 'Everything is as the file says.',
  dry: 'This was a trial (--dry-run): nothing was changed.',
  newRoot:
    'There is no {slugs} yet: it would be the top of another tree; at the top stands {there}. If that is a slip, mend the file; if another tree is meant, say --new-root.',
  unchanged: 'Nothing was changed.',
  unreadable: '{file} cannot be read as JSON: {why}',
} satisfies Record<keyof typeof zh, string>;

export const areasWords: Record<Language, Record<keyof typeof zh, string>> = { 'zh-CN': zh, en };
