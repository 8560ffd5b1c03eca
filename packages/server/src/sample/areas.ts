import { usualCatalogue } from '../areas/catalogue.ts';
import type { SampleArea } from './types.ts';

const street = (slug: string, zh: string, en: string, settings: SampleArea['settings'] = {}): SampleArea => ({
  slug,
  parent: 'jianye',
  level: 'street',
  names: { 'zh-CN': zh, en },
  settings,
});

const community = (slug: string, parent: string, zh: string, en: string, settings: SampleArea['settings']): SampleArea => ({
  slug,
  parent,
  level: 'community',
  names: { 'zh-CN': zh, en },
  settings,
});

/** 建邺区 with its six streets and seven of its 52 communities: every street has one. */
export const areas: SampleArea[] = [
  {
    slug: 'jianye',
    parent: null,
    level: 'district',
    names: { 'zh-CN': '建邺区', en: 'Jianye District' },
    settings: {
      features: ['wishes', 'actions', 'projects', 'stars', 'points'],
      theme: 'neutral',
      links: {
        wishes: '/wishes.html',
        wish: '/wishes.html?wish={id}',
        actions: '/actions.html',
        action: '/actions.html?action={id}',
        projects: '/projects.html',
        project: '/projects.html?project={id}',
        round: '/projects.html?round={id}',
        recount: '/recount/?round={id}',
        stars: '/stars.html',
        star: '/stars.html?star={id}',
        nomination: '/stars.html?nomination={id}',
        contest: '/stars.html?round={id}',
        checkIn: '/actions.html?action={id}&code={code}',
        leaderboard: '/points.html',
        organisation: '/organisation.html?organisation={slug}',
        desk: '/desk.html',
        me: '/me.html',
      },
      wishCategories: usualCatalogue.wishCategories.map(({ code }) => code),
      actionCategories: usualCatalogue.actionCategories.map(({ code }) => code),
      leaseDays: 7,
      watchWords: [
        { word: '刷单', reason: '刷单返利多半是诈骗' },
        { word: '代办贷款', reason: '社区不介绍贷款' },
        { word: '特效保健品', reason: '常用来向老人推销' },
      ],
      retention: { contactDays: 30 },
      contact: '区社区服务台，周一到周五 9:00–17:30（示例）',
    },
  },
  street('mochouhu', '莫愁湖街道', 'Mochouhu'),
  street('nanyuan', '南苑街道', 'Nanyuan', { contact: '南苑街道便民服务中心二楼 3 号窗口（示例）' }),
  street('xinglong', '兴隆街道', 'Xinglong'),
  street('shazhou', '沙洲街道', 'Shazhou'),
  street('shuangzha', '双闸街道', 'Shuangzha'),
  street('jiangxinzhou', '江心洲街道', 'Jiangxinzhou', { theme: 'spring' }),
  community('yikang', 'nanyuan', '怡康社区', 'Yikang', { contact: '怡康街 8 号一楼大厅，每天 8:30–20:00（示例）' }),
  community('huangshanlu', 'nanyuan', '黄山路社区', 'Huangshanlu', {
    theme: 'party',
    contact: '黄山路社区服务大厅，周一到周六 8:30–18:00（示例）',
  }),
  community('yongding', 'jiangxinzhou', '永定社区', 'Yongding', {
    leaseDays: 10,
    contact: '永定社区党群服务中心，每天 9:00–17:30（示例）',
  }),
  community('cbd', 'shazhou', '中央商务区社区', 'Central Business District', {
    wishCategories: ['daily', 'health', 'study', 'mobility', 'other'],
    leaseDays: 5,
    contact: '商务区社区客厅，工作日 8:30–21:00（示例）',
  }),
  community('mochou', 'mochouhu', '莫愁新寓社区', 'Mochou Xinyu', { contact: '莫愁新寓社区服务大厅（示例）' }),
  community('xingda', 'xinglong', '兴达社区', 'Xingda', { contact: '兴达社区服务大厅（示例）' }),
  community('shuanghe', 'shuangzha', '双和社区', 'Shuanghe', { contact: '双和社区服务大厅（示例）' }),
];
