import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Portal, startPortal } from '../portal.ts';
import { type Visit, visit } from './visit.ts';
import { keys, startWebKit } from './webdriver.ts';

/** The nearest to Safari, and to WeChat on an iPhone, that a Linux machine has. Its window is 447 pixels wide at least. */
const phone = 447;

let portal: Portal;
let webkit: Awaited<ReturnType<typeof startWebKit>>;
let folder: string;
beforeAll(async () => {
  [portal, webkit, folder] = await Promise.all([startPortal(), startWebKit(), mkdtemp(join(tmpdir(), 'five-micro-webkit-'))]);
});
afterAll(async () => {
  await webkit.stop();
  await Promise.all([portal.stop(), rm(folder, { recursive: true, force: true })]);
});

/** One person with a browser of their own; whatever the page complains about fails the test. */
async function someone(path: string, who: string, width: number, walk: (page: Visit) => Promise<void>): Promise<void> {
  const page = visit(await webkit.session(), portal.url);
  try {
    await page.resize(width, 900);
    await page.open(path);
    await page.listen();
    if (who) {
      await page.press('button', '以…身份登录');
      await page.press('button', who);
      await page.get('button', '退出');
    }
    await walk(page);
    expect(await page.complaints()).toEqual([]);
  } catch (error) {
    await page.picture(`failed-${path.replaceAll(/\W/g, '')}-${who}`);
    throw error;
  } finally {
    await page.end();
  }
}

describe('in WebKit', () => {
  const wish = '厨房的窗把手松了，想请人紧一紧。';

  it('a visitor finds a wish, and its sheet is in sight until Escape', () =>
    someone('/wishes.html', '', phone, async (page) => {
      await page.write('searchbox', '', '灯管');
      await page.gone('text', '出差五天');
      await page.press('button', '三楼走道的灯坏了一周');
      await page.see('走到哪一步了');
      await page.picture('wish');
      await page.type(keys.escape);
      await page.gone('text', '走到哪一步了');
    }));

  it('a resident posts a wish with a picture, from a phone', () =>
    someone('/wishes.html', '李桂芳', phone, async (page) => {
      await page.press('button', '许个心愿');
      await page.press('radio', '服务');
      await page.write('textbox', '你的心愿', wish);
      await page.see('草稿存在');
      await page.press('button', '下一步');
      await page.write('textbox', '电话', '13900002046');
      const picture = join(folder, 'window.jpg');
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8a05a' } }).toFile(picture);
      await page.put(await page.get('file', ''), picture);
      await page.see('传好了');
      await page.picture('form');
      await page.press('button', '交给社工');
      await page.see('交给社工了');
    }));

  it('a worker puts it on the wall from the desk', () =>
    someone('/desk.html', '吴敏', 1200, async (page) => {
      await page.press('button', wish.slice(0, 8));
      await page.press('text', '修修补补');
      await page.picture('desk');
      await page.press('button', '贴上墙');
      await page.see('贴上墙了');
    }));

  it('a wall that is open hears of a new wish by itself', () =>
    someone('/wishes.html', '', 1200, async (page) => {
      await page.see(wish.slice(0, 6));
      const token = (sub: string, role: string) => portal.token('--sub', sub, '--area', 'yikang', '--role', role);
      const [author, worker] = await Promise.all([token('li-guifang', 'resident'), token('wu-min', 'worker')]);
      // What happens before its stream is open is not told to a page, and nothing on it says that it is.
      const post = async (title: string) => {
        const { json } = await portal.api('POST', '/areas/yikang/wishes', { token: author, body: { kind: 'service', title } });
        const published = await portal.api('POST', `/wishes/${String(json['id'])}/publish`, { token: worker, body: {} });
        expect(published.status).toBe(200);
        await page.see(title, 3_000);
      };
      await post('门铃不响了，想请人看看。').catch(() => post('楼道的扶手松了，想请人紧一紧。'));
    }));

  it('a helper takes it on', () =>
    someone('/wishes.html', '张小满', 1200, async (page) => {
      await page.press('button', `我来帮 TA：${wish.slice(0, 6)}`);
      await page.see('走到哪一步了');
      await page.press('button', '我来帮 TA');
      await page.see('你正在帮 TA');
      await page.picture('claimed');
    }));

  it('a neighbour signs up for an action, and votes for a project under a receipt', () =>
    someone('/actions.html', '张小满', 1200, async (page) => {
      await page.see('已报名');
      await page.press('button', '我来报名');
      await page.see('报上了');
      await page.open('/projects.html');
      await page.press('button', '选这件');
      await page.press('button', '投出这张票');
      await page.see('你的票收到了');
      await page.picture('receipt');
    }));

  it('a story opens as a window, and a member sees what is theirs', () =>
    someone('/stars.html', '李桂芳', 1200, async (page) => {
      await page.press('button', '曹**');
      await page.see('听见车铃就知道是他');
      await page.picture('story');
      await page.open('/me.html');
      await page.see(wish.slice(0, 6));
      await page.picture('card');
    }));
});
