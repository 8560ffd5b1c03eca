import type { SamplePicture } from './types.ts';

const picture = (name: string, alt: string, url: URL): SamplePicture => ({ name, width: 800, height: 600, alt, url });

/**
 * Drawn for this sample: the sources are `pictures/*.svg`, `scripts/pictures.mjs` renders them. Each address is written
 * out, because bundlers only follow `new URL` with a literal.
 */
export const pictures: SamplePicture[] = [
  picture('awning', '窗上的新雨棚，外面下着雨', new URL('./pictures/awning.webp', import.meta.url)),
  picture('bench', '香樟树下的一张长椅', new URL('./pictures/bench.webp', import.meta.url)),
  picture('birthday', '插着蜡烛的生日蛋糕和彩旗', new URL('./pictures/birthday.webp', import.meta.url)),
  picture('bookshelf', '新书架上放满了书', new URL('./pictures/bookshelf.webp', import.meta.url)),
  picture('corridor-clutter', '楼道拐角堆着旧家具', new URL('./pictures/corridor-clutter.webp', import.meta.url)),
  picture('corridor-lamp', '楼梯走道的灯不亮', new URL('./pictures/corridor-lamp.webp', import.meta.url)),
  picture('corridor-lamp-lit', '楼梯走道的灯亮了', new URL('./pictures/corridor-lamp-lit.webp', import.meta.url)),
  picture('desk', '窗边的书桌和台灯', new URL('./pictures/desk.webp', import.meta.url)),
  picture('dumplings', '一盘刚包好的饺子和擀面杖', new URL('./pictures/dumplings.webp', import.meta.url)),
  picture('flower-pots', '窗台上的三盆花', new URL('./pictures/flower-pots.webp', import.meta.url)),
  picture('glucose-meter', '桌上的血糖仪和试纸', new URL('./pictures/glucose-meter.webp', import.meta.url)),
  picture('ladder', '靠在树边的一架梯子', new URL('./pictures/ladder.webp', import.meta.url)),
  picture('quilt', '叠好的厚棉被和枕头', new URL('./pictures/quilt.webp', import.meta.url)),
  picture('reading', '摊开的报纸、老花镜和一杯茶', new URL('./pictures/reading.webp', import.meta.url)),
  picture('walking-stick', '门边的一根拐杖', new URL('./pictures/walking-stick.webp', import.meta.url)),
  picture('wheelchair', '一辆用旧了的轮椅', new URL('./pictures/wheelchair.webp', import.meta.url)),
];
