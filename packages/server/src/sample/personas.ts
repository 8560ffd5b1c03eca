import type { SamplePersona } from './types.ts';

/** Whom a visitor of the demo portal can be. */
export const personas: SamplePersona[] = [
  { sub: 'li-guifang', name: '李桂芳', description: '居民，78 岁，一个人住四楼' },
  { sub: 'zhang-xiaoman', name: '张小满', description: '志愿者，可以代表怡康第二党支部' },
  { sub: 'wu-min', name: '吴敏', description: '怡康社区社工，大家叫她小吴' },
  { sub: 'chen-jianguo', name: '陈建国', description: '党员，会修会补，愿意上榜' },
  { sub: 'sun-fulin', name: '孙福林', description: '居民，儿子坐轮椅，新轮椅有人认领了' },
  { sub: 'guli-abudu', name: '古丽·阿不都', description: '居民兼志愿者，刚搬了家' },
  { sub: 'shi-lan', name: '石岚', description: '建邺区社工，和小吴一起核对纸质选票' },
  { sub: 'he-linlin', name: '贺琳琳', description: '南苑街道干部，看全街道的心愿' },
  { sub: 'xu-jianping', name: '许建平', description: '黄山路社区社工，住在怡康' },
  { sub: 'luo-baogen-phone', name: '罗宝根', description: '刚有手机，从前的心愿是小吴替他写的' },
  { sub: 'qin-yuhang', name: '秦宇航', description: '刚注册，还没有到任何社区报到' },
];
