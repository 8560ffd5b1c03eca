import type { SamplePicture } from './types.ts';

const picture = (name: string, alt: string, url: URL): SamplePicture => ({ name, width: 800, height: 600, alt, url });
const portrait = (n: number, alt: string, url: URL): SamplePicture => ({
  name: `portrait-${n}`,
  width: 400,
  height: 500,
  alt,
  url,
});

/**
 * Drawn for this sample: the sources are `pictures/*.svg`, `scripts/pictures.mjs` renders them. Each address is written
 * out, because bundlers only follow `new URL` with a literal.
 */
export const pictures: SamplePicture[] = [
  picture('awning', '窗上的新雨棚，外面下着雨', new URL('./pictures/awning.webp', import.meta.url)),
  picture('bench', '香樟树下的一张长椅', new URL('./pictures/bench.webp', import.meta.url)),
  picture('birthday', '插着蜡烛的生日蛋糕和彩旗', new URL('./pictures/birthday.webp', import.meta.url)),
  picture('bookshelf', '新书架上放满了书', new URL('./pictures/bookshelf.webp', import.meta.url)),
  picture('chargers', '车棚里的一排充电位', new URL('./pictures/chargers.webp', import.meta.url)),
  picture('classroom', '活动室里的黑板和小课桌', new URL('./pictures/classroom.webp', import.meta.url)),
  picture('corridor-clutter', '楼道拐角堆着旧家具', new URL('./pictures/corridor-clutter.webp', import.meta.url)),
  picture('corridor-lamp', '楼梯走道的灯不亮', new URL('./pictures/corridor-lamp.webp', import.meta.url)),
  picture('corridor-lamp-lit', '楼梯走道的灯亮了', new URL('./pictures/corridor-lamp-lit.webp', import.meta.url)),
  picture('desk', '窗边的书桌和台灯', new URL('./pictures/desk.webp', import.meta.url)),
  picture('dumplings', '一盘刚包好的饺子和擀面杖', new URL('./pictures/dumplings.webp', import.meta.url)),
  picture('flower-pots', '窗台上的三盆花', new URL('./pictures/flower-pots.webp', import.meta.url)),
  picture('garden', '车棚后面的小花园', new URL('./pictures/garden.webp', import.meta.url)),
  picture('glucose-meter', '桌上的血糖仪和试纸', new URL('./pictures/glucose-meter.webp', import.meta.url)),
  picture('ladder', '靠在树边的一架梯子', new URL('./pictures/ladder.webp', import.meta.url)),
  picture('pavement', '铺平了的人行道，旁边立着施工牌', new URL('./pictures/pavement.webp', import.meta.url)),
  portrait(1, '戴帽子的中年人', new URL('./pictures/portrait-1.webp', import.meta.url)),
  portrait(2, '短发的阿姨', new URL('./pictures/portrait-2.webp', import.meta.url)),
  portrait(3, '灰头发、戴眼镜的老人', new URL('./pictures/portrait-3.webp', import.meta.url)),
  portrait(4, '长发、戴眼镜的年轻人', new URL('./pictures/portrait-4.webp', import.meta.url)),
  portrait(5, '黑头发的中年人', new URL('./pictures/portrait-5.webp', import.meta.url)),
  portrait(6, '梳着发髻的奶奶', new URL('./pictures/portrait-6.webp', import.meta.url)),
  portrait(7, '戴眼镜的大叔', new URL('./pictures/portrait-7.webp', import.meta.url)),
  portrait(8, '灰短发、戴眼镜的阿姨', new URL('./pictures/portrait-8.webp', import.meta.url)),
  portrait(9, '灰头发的老人', new URL('./pictures/portrait-9.webp', import.meta.url)),
  portrait(10, '戴草帽的老人', new URL('./pictures/portrait-10.webp', import.meta.url)),
  portrait(11, '短头发的师傅', new URL('./pictures/portrait-11.webp', import.meta.url)),
  portrait(12, '黑头发的师傅', new URL('./pictures/portrait-12.webp', import.meta.url)),
  picture('quilt', '叠好的厚棉被和枕头', new URL('./pictures/quilt.webp', import.meta.url)),
  picture('reading', '摊开的报纸、老花镜和一杯茶', new URL('./pictures/reading.webp', import.meta.url)),
  picture('slope', '楼门口带扶手的慢坡道', new URL('./pictures/slope.webp', import.meta.url)),
  picture('walking-stick', '门边的一根拐杖', new URL('./pictures/walking-stick.webp', import.meta.url)),
  picture('wheelchair', '一辆用旧了的轮椅', new URL('./pictures/wheelchair.webp', import.meta.url)),
];
