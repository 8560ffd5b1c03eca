import type { SampleOrganisation } from './types.ts';

/** Fourteen organisations in and around 怡康社区, all made up; the party's branches stand in a tree. */
export const organisations: SampleOrganisation[] = [
  { slug: 'nanyuan-party', area: 'nanyuan', name: '南苑街道党工委', kind: 'party' },
  { slug: 'yikang-party', area: 'yikang', name: '怡康社区党总支', kind: 'party', parent: 'nanyuan-party' },
  { slug: 'yikang-branch-1', area: 'yikang', name: '怡康第一党支部', kind: 'party', parent: 'yikang-party' },
  { slug: 'yikang-branch-2', area: 'yikang', name: '怡康第二党支部', kind: 'party', parent: 'yikang-party' },
  { slug: 'yikang-committee', area: 'yikang', name: '怡康社区居委会', kind: 'community' },
  { slug: 'warm-lamp', area: 'yikang', name: '暖灯邻里互助社', kind: 'social' },
  { slug: 'yikang-pharmacy', area: 'yikang', name: '怡康街便民药房', kind: 'partner' },
  { slug: 'lane-repairs', area: 'yikang', name: '巷口修理铺', kind: 'partner' },
  { slug: 'nanyuan-youth', area: 'nanyuan', name: '南苑青年志愿队', kind: 'social' },
  { slug: 'nanyuan-clinic', area: 'nanyuan', name: '南苑社区卫生服务站', kind: 'partner' },
  { slug: 'huangshanlu-branch-3', area: 'huangshanlu', name: '黄山路第三党支部', kind: 'party', parent: 'nanyuan-party' },
  { slug: 'huangshanlu-seniors', area: 'huangshanlu', name: '银发帮手队', kind: 'social' },
  { slug: 'cbd-towers', area: 'cbd', name: '商务区楼宇联合党支部', kind: 'party' },
  { slug: 'yongding-growers', area: 'yongding', name: '洲上菜农合作社', kind: 'partner' },
];
