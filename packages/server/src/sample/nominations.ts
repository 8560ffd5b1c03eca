import type { SampleNomination } from './types.ts';

const local = { area: 'yikang' } as const;

type Candidate = Pick<SampleNomination, 'key' | 'area' | 'member' | 'who' | 'title' | 'sentence' | 'story' | 'nominatedBy'> & {
  worker: string;
  portrait?: string;
  name?: 'full';
  inPerson?: true;
};

/** One who agreed to stand in the district's contest. */
const candidate = ({ worker, portrait, name, inPerson, ...one }: Candidate, index: number): SampleNomination => ({
  ...one,
  nominatedHoursAgo: 420 + index * 9,
  asked: { by: worker, hoursAgo: 360 + index * 5 },
  consented: {
    hoursAgo: 200 + index * 7,
    name: name ?? 'masked',
    ...(portrait !== undefined && { portrait }),
    ...(inPerson && { heardBy: worker }),
  },
});

/** The contest's, from four communities, all made up. */
const candidates = (
  [
    {
      ...local,
      key: 'c-milk',
      worker: 'wu-min',
      member: 'ma-dehai',
      who: '送奶的马师傅',
      title: 'post',
      sentence: '送奶路上，顺手带走楼道的垃圾。',
      story: '每天四点半出门，两百户人家。哪家的奶箱隔天还满着，他就记在心里，第二天敲门问一声。',
      nominatedBy: 'li-guifang',
      portrait: 'portrait-11',
    },
    {
      ...local,
      key: 'c-clinic',
      worker: 'wu-min',
      member: 'shan-mingde',
      who: '会看舌苔的老单',
      title: 'expert',
      sentence: '楼下小方桌，义诊摆了六年。',
      story: '每周三下午，一张桌、一只血压计、一壶茶。看得好的他宽一宽心，看不好的他写张条子，陪着挂号。',
      nominatedBy: 'qiu-aizhen',
    },
    {
      ...local,
      key: 'c-tools',
      worker: 'wu-min',
      member: 'zhu-haitao',
      who: '朱师傅',
      title: 'expert',
      sentence: '借工具不用还条子，他都记得。',
      story: '车库改成了工具角，冲击钻、梯子、疏通机，谁要用谁来拿。',
      nominatedBy: 'xu-jingyi',
      portrait: 'portrait-12',
    },
    {
      ...local,
      key: 'c-lunch',
      worker: 'wu-min',
      member: 'ouyang-wenhui',
      who: '送饭的欧阳老师',
      title: 'service',
      sentence: '中午十一点半，饭准时送到十二位老人手里。',
      story: '谁不吃葱、谁牙口不好，饭盒盖上都贴了字。下雨天他披着雨衣，饭是干的。',
      nominatedBy: 'tang-shulan',
    },
    {
      area: 'huangshanlu',
      key: 'c-stairs',
      worker: 'xu-jianping',
      member: 'song-weimin',
      who: '扫楼梯的老宋',
      title: 'service',
      sentence: '一把扫帚，六层楼梯，扫了十年。',
      story: '起先是为了给自己锻炼，扫到三楼，四楼的邻居说，顺手也扫扫我们吧。扫着扫着，一个单元的人都认识了。',
      nominatedBy: 'fan-lijun',
    },
    {
      area: 'huangshanlu',
      key: 'c-scales',
      worker: 'xu-jianping',
      member: 'shi-changgui',
      who: '收旧书的老石',
      title: 'post',
      sentence: '收来的旧书，挑好的送给流动书箱。',
      nominatedBy: 'kong-xianglin',
    },
    {
      area: 'yongding',
      key: 'c-ferry',
      worker: 'lu-jianfen',
      member: 'tian-laifu',
      who: '摆渡的田伯',
      title: 'post',
      sentence: '船停了，他还在渡口给人指路。',
      story: '外地来的人问江怎么过、车怎么坐，他一句一句说到人家听懂为止。指错一回，他追出去半里地。',
      nominatedBy: 'ge-shuigen',
      inPerson: true,
    },
    {
      area: 'cbd',
      key: 'c-tower',
      worker: 'cui-haoran',
      member: 'ren-jianing',
      who: '楼长小任',
      title: 'service',
      sentence: '四十层楼，她叫得出每个保安的名字。',
      story: '谁家停水停电，她先上楼看一遍再发通知。年轻人加班晚归，大堂的灯是她请物业留的。',
      nominatedBy: 'fang-zhiyuan',
      name: 'full',
    },
    {
      area: 'cbd',
      key: 'c-translate',
      worker: 'cui-haoran',
      member: 'bai-ruoxi',
      who: '教英语的小白',
      title: 'expert',
      sentence: '午休一小时，教外卖小哥说英语。',
      story: '从“你的餐到了”教起。学的人拿手机记，下一单就用上了，回来给他讲，全屋的人笑。',
      nominatedBy: 'situ-mingxuan',
    },
  ] satisfies Candidate[]
).map(candidate);

/** On the desk of 怡康: just said, read and asked, agreed to, and not gone on with. */
const onTheDesk: SampleNomination[] = [
  {
    ...local,
    key: 'n-lamp',
    member: 'cao-lei',
    who: '修路灯的曹师傅',
    title: 'expert',
    sentence: '小路上的灯坏了，第二天总是亮的。',
    nominatedBy: 'wang-yan',
    nominatedHoursAgo: 18,
  },
  {
    ...local,
    key: 'n-tea',
    member: 'tang-shulan',
    who: '六幢烧茶的唐奶奶',
    title: 'service',
    sentence: '夏天在楼下摆一桶凉茶，谁渴了谁喝。',
    story: '茶叶是自己的，桶是自己刷的。有事请打 19900000099。',
    nominatedBy: 'dong-xiaoyan',
    nominatedHoursAgo: 40,
  },
  {
    ...local,
    key: 'n-class',
    member: 'lin-yuting',
    who: '青年队的小林',
    title: 'service',
    sentence: '一到暑假，活动室里就有她的手工课。',
    nominatedBy: 'peng-yingying',
    nominatedHoursAgo: 90,
    asked: { by: 'wu-min', hoursAgo: 66 },
  },
  {
    ...local,
    key: 'n-pharmacy',
    member: 'yu-huimin',
    who: '药店的余店长',
    title: 'post',
    sentence: '半夜敲门买药，她从不嫌烦。',
    nominatedBy: 'shen-guodong',
    nominatedHoursAgo: 160,
    asked: { by: 'wu-min', hoursAgo: 150 },
    consented: { hoursAgo: 100, name: 'masked' },
  },
  {
    ...local,
    key: 'n-bikes',
    member: 'gao-yuanzheng',
    who: '理车棚的高师傅',
    title: 'post',
    sentence: '车棚里的车，他每天早上码得整整齐齐。',
    nominatedBy: 'zhu-haitao',
    nominatedHoursAgo: 190,
    asked: { by: 'wu-min', hoursAgo: 170 },
    consented: { hoursAgo: 120, name: 'masked' },
  },
  {
    ...local,
    key: 'n-quiet',
    member: 'feng-kaiwen',
    who: '遛狗的小冯',
    title: 'service',
    sentence: '遛狗的时候，把整条路的烟头都捡了。',
    nominatedBy: 'he-junfeng',
    nominatedHoursAgo: 210,
    asked: { by: 'wu-min', hoursAgo: 200 },
    declined: { by: 'feng-kaiwen', hoursAgo: 180 },
  },
  {
    ...local,
    key: 'n-shop',
    member: 'gao-yuanzheng',
    who: '我家小店',
    title: 'post',
    sentence: '货真价实，欢迎光临。',
    nominatedBy: 'xie-yulian',
    nominatedHoursAgo: 260,
    declined: { by: 'wu-min', hoursAgo: 240, reason: '星光说的是人和他做的事，店铺可以登在便民信息里。' },
  },
];

export const nominations: SampleNomination[] = [...candidates, ...onTheDesk];
