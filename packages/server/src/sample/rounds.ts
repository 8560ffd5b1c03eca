import type { SampleRound } from './types.ts';

/** 怡康's money for this year: by equal shares, so that those whose first choice won did not decide on the rest alone. */
const yikangEarlier: SampleRound = {
  key: 'yikang-earlier',
  area: 'yikang',
  author: 'wu-min',
  title: '今年的 30 万元，先办哪几件',
  of: 'projects',
  options: ['lift', 'chargers', 'pavement', 'gate', 'mural'],
  most: 3,
  rule: 'equal-shares',
  completion: 'add1',
  budget: 300_000,
  tie: '大家在活动室抽的签：七号',
  openedHoursAgo: 6200,
  closesInHours: -5500,
  paperBy: ['wu-min', 'shi-lan'],
  votes: [
    {
      choices: ['lift', 'gate'],
      by: ['li-guifang', 'wang-xiulan', 'zhou-lihua', 'liu-shuzhen', 'tang-shulan', 'qiu-aizhen', 'xie-yulian', 'ma-dehai'],
      onPaper: ['ding-xiuying', 'jiang-fengxian', 'pan-tufa', 'hou-yuzhen'],
    },
    { choices: ['lift', 'gate', 'mural'], by: ['chen-jianguo', 'qian-meiying', 'zeng-qinghua', 'shan-mingde'] },
    { choices: ['lift', 'gate', 'pavement'], by: ['sun-fulin'] },
    {
      choices: ['chargers', 'pavement'],
      by: [
        'zhang-xiaoman',
        'zhu-haitao',
        'lin-yuting',
        'cao-lei',
        'he-junfeng',
        'feng-kaiwen',
        'deng-yongqiang',
        'tao-xinyi',
        'dong-xiaoyan',
        'xu-jingyi',
        'gao-yuanzheng',
      ],
    },
    { choices: ['chargers', 'pavement', 'mural'], by: ['ouyang-wenhui'] },
    { choices: ['chargers', 'lift'], by: ['shen-guodong'] },
    { choices: ['pavement'], by: ['zhao-wenqing'] },
    { choices: ['lift', 'chargers', 'pavement'], by: ['hu-guoliang', 'yu-huimin'] },
    { choices: ['chargers'], by: ['xu-jianping'] },
  ],
  won: ['lift', 'chargers', 'pavement'],
};

/** What 怡康's money for next year goes to: this is being voted on. */
const yikangNextYear: SampleRound = {
  key: 'yikang-next-year',
  area: 'yikang',
  author: 'wu-min',
  title: '明年的 30 万元，先办哪几件',
  of: 'projects',
  options: ['slope', 'lamps', 'benches', 'classroom', 'garden'],
  most: 3,
  rule: 'most-votes',
  budget: 300_000,
  tie: '大家在活动室抽的签：三号',
  openedHoursAgo: 170,
  closesInHours: 14 * 24,
  paperBy: ['wu-min', 'shi-lan'],
  votes: [
    { choices: ['slope', 'benches'], by: ['wang-xiulan', 'liu-shuzhen', 'dong-xiaoyan'], onPaper: ['ding-xiuying'] },
    { choices: ['slope', 'lamps', 'benches'], by: ['zhao-wenqing', 'qian-meiying', 'hu-guoliang'] },
    { choices: ['lamps', 'classroom'], by: ['lin-yuting', 'peng-yingying', 'tao-xinyi'] },
    { choices: ['slope', 'lamps', 'garden'], by: ['zhu-haitao', 'cao-lei'] },
    { choices: ['classroom', 'garden'], by: ['xu-jingyi', 'wang-yan'] },
    { choices: ['slope'], by: ['zhou-lihua', 'ji-yucheng'] },
    { choices: ['lamps'], by: ['gao-yuanzheng'] },
  ],
  unconfirmed: [
    { by: 'shi-lan', voter: 'jiang-fengxian', choices: ['slope', 'benches'], hoursAgo: 3 },
    { by: 'wu-min', voter: 'pan-tufa', choices: ['slope', 'lamps', 'garden'], hoursAgo: 2 },
  ],
};

/** What 怡康's worker prepares next: nobody else sees it yet. */
const yikangSmall: SampleRound = {
  key: 'yikang-small',
  area: 'yikang',
  author: 'wu-min',
  title: '10 万元的小事，先办哪几件',
  of: 'projects',
  options: ['awnings', 'drying', 'book-box'],
  most: 2,
  rule: 'most-votes',
  budget: 100_000,
  draftedHoursAgo: 26,
  openedHoursAgo: -70,
  closesInHours: 16 * 24,
  votes: [],
};

const huangshanluAutumn: SampleRound = {
  key: 'huangshanlu-autumn',
  area: 'huangshanlu',
  author: 'xu-jianping',
  title: '入冬以前先办一件',
  of: 'projects',
  options: ['hsl-windows', 'hsl-swings'],
  most: 1,
  rule: 'most-votes',
  winners: 1,
  openedHoursAgo: 800,
  closesInHours: -120,
  paperBy: ['xu-jianping', 'shi-lan'],
  votes: [
    { choices: ['hsl-windows'], by: ['kong-xianglin', 'song-weimin', 'shi-changgui'], onPaper: ['mao-asheng', 'dai-yuee'] },
    { choices: ['hsl-swings'], by: ['fan-lijun', 'yao-juanjuan', 'jin-yue'] },
  ],
  won: ['hsl-windows'],
};

/** The district's: whoever lives in any of its communities may vote. */
const starsOfTheYear: SampleRound = {
  key: 'stars-of-the-year',
  area: 'jianye',
  author: 'shi-lan',
  title: '今年的微星光，请你来选',
  of: 'stars',
  options: ['c-milk', 'c-clinic', 'c-tools', 'c-stairs', 'c-lunch', 'c-scales', 'c-ferry', 'c-tower', 'c-translate'],
  most: 3,
  rule: 'most-votes',
  winners: 3,
  openedHoursAgo: 96,
  closesInHours: 20 * 24,
  votes: [
    { choices: ['c-milk', 'c-lunch'], by: ['li-guifang', 'qiu-aizhen', 'fan-lijun'] },
    { choices: ['c-milk', 'c-tools', 'c-ferry'], by: ['he-junfeng', 'deng-yongqiang', 'wei-hongmei'] },
    { choices: ['c-clinic'], by: ['tang-shulan', 'situ-mingxuan'] },
    { choices: ['c-tower', 'c-translate'], by: ['fang-zhiyuan', 'xia-yuhe', 'zeng-qinghua'] },
    { choices: ['c-stairs', 'c-scales', 'c-milk'], by: ['kong-xianglin', 'yu-huimin'] },
  ],
};

/** All rounds are made up. */
export const rounds: SampleRound[] = [yikangEarlier, huangshanluAutumn, yikangNextYear, starsOfTheYear, yikangSmall];
