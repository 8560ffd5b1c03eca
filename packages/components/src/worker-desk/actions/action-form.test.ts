import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type Action, FiveMicroError, type NewAction } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { fakeClient, fakeList, fakeNow, makeAction, pageOf } from '../../shared/testing/fake-client.ts';
import './action-form.define.ts';
import type { FmActionForm } from './action-form.ts';
import { daysOf, emptyValues, fieldOfPath, fromAction, momentOf, readValues, spanOf, toEdit } from './action-form-values.ts';
import { coming, place } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

const ginkgo = { slug: 'ginkgo', name: '银杏志愿服务队' };

interface SetUp {
  action?: Action;
  worker?: boolean;
  fails?: FiveMicroError[];
  mode?: string;
}

async function setUp({ action, worker = true, fails = [], mode = '' }: SetUp = {}) {
  const asked: unknown[][] = [];
  const client = fakeClient({
    session: 'signed-in',
    areas: {
      get: async () => ({ ...place, can: worker ? place.can : ['post-action'] }),
      organisations: () => fakeList(() => pageOf([{ ...ginkgo, kind: 'social', area: 'yikang', parent: null }])),
    },
    me: {
      get: async () => ({
        id: 'me',
        name: '小吴',
        maskedName: '吴**',
        area: null,
        reportedInAt: null,
        branch: null,
        waitingReportIn: null,
        roles: worker ? [{ role: 'worker', area: 'yikang' }] : [],
        organisations: worker ? [] : [ginkgo],
        consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' },
        helped: 0,
        unseenNotices: 0,
      }),
    },
    actions: {
      post: async (body: NewAction) => {
        asked.push(['post', body]);
        const error = fails.shift();
        if (error) throw error;
        return makeAction({
          title: body.title,
          status: 'draft',
          series: body.repeat ? { id: 's', index: 1, of: body.repeat.times } : null,
        });
      },
      edit: async (id, body) => {
        asked.push(['edit', id, body]);
        const error = fails.shift();
        if (error) throw error;
        return coming();
      },
    },
  });
  const form = await fixture<FmActionForm>(
    html`<fm-action-form .client=${client} area="yikang" mode=${mode} .action=${action} .now=${() => fakeNow.getTime()}></fm-action-form>`,
  );
  const root = () => form.shadowRoot;
  await waitUntil(() => root()?.querySelector('.chips input') ?? root()?.textContent.includes('请找社工'));
  await form.updateComplete;
  const saved: Action[] = [];
  form.addEventListener('fm-action-saved', ({ action: one }) => saved.push(one));
  const settled = () => form.updateComplete;
  const set = async (id: string, value: string) => {
    const box = root()?.querySelector<HTMLInputElement>(`#${id}`);
    if (!box) throw new Error(`no ${id}`);
    box.value = value;
    box.dispatchEvent(new Event(id === 'host' ? 'change' : 'input', { bubbles: true }));
    await settled();
  };
  const choose = async (label: string) => {
    const found = [...(root()?.querySelectorAll('label') ?? [])].find((one) => one.textContent.includes(label));
    if (!found) throw new Error(`no ${label}`);
    found.querySelector('input')?.click();
    await settled();
  };
  return {
    form,
    root,
    asked,
    saved,
    settled,
    set,
    choose,
    text: (selector: string) => root()?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    press: async (name: string) => {
      const found = [...(root()?.querySelectorAll('button') ?? [])].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
      );
      if (!found) throw new Error(`no ${name}`);
      found.click();
      await settled();
    },
    /** All that has to be there. */
    fill: async () => {
      await choose('家政服务');
      await set('title', '磨剪刀、修雨伞');
      await set('day', '2026-12-05');
      await set('start', '09:00');
      await set('end', '11:30');
      await set('place', '怡康公园东门');
    },
  };
}

describe('times of an action', () => {
  it('are those of Shanghai, whatever this device’s zone is', () => {
    expect(momentOf('2026-12-05', '09:00')).to.equal('2026-12-05T01:00:00.000Z');
    expect(momentOf('2026-12-05', '07:30')).to.equal('2026-12-04T23:30:00.000Z');
    const { day, start, end } = fromAction(coming({ startsAt: '2026-12-04T23:30:00.000Z', endsAt: '2026-12-05T01:00:00.000Z' }));
    expect([day, start, end]).to.deep.equal(['2026-12-05', '07:30', '09:00']);
  });

  it('end on the next day where the end is not later than the start', () => {
    const span = spanOf({ ...emptyValues, day: '2026-12-05', start: '22:00', end: '00:30' });
    expect(span).to.deep.equal({ startsAt: '2026-12-05T14:00:00.000Z', endsAt: '2026-12-05T16:30:00.000Z', overnight: true });
  });

  it('of a series are a week apart', () => {
    expect(daysOf({ ...emptyValues, day: '2026-12-26', weeks: 3 })).to.deep.equal(['2026-12-26', '2027-01-02', '2027-01-09']);
    expect(daysOf({ ...emptyValues, day: '2026-12-26' })).to.deep.equal([]);
  });
});

describe('the form of an action', () => {
  it('drafts what was written', async () => {
    const { fill, set, choose, press, asked, saved } = await setUp();
    await fill();
    await set('places', '12');
    await set('minimumAge', '16');
    await set('bring', '手套');
    await set('host', 'ginkgo');
    await choose('每周都办一次');
    await press('少一周');
    await press('存成草稿');
    await waitUntil(() => saved.length > 0);
    expect(asked).to.deep.equal([
      [
        'post',
        {
          title: '磨剪刀、修雨伞',
          story: '',
          category: 'home',
          startsAt: '2026-12-05T01:00:00.000Z',
          endsAt: '2026-12-05T03:30:00.000Z',
          place: '怡康公园东门',
          places: 12,
          minimumAge: 16,
          bring: '手套',
          host: 'ginkgo',
          repeat: { every: 'week', times: 3 },
        },
      ],
    ]);
  });

  it('shows the days of a series, how long it lasts, and the card', async () => {
    const { fill, set, choose, text, root } = await setUp();
    await fill();
    await choose('每周都办一次');
    const days = [...(root()?.querySelectorAll('.dates li') ?? [])].map((one) => one.textContent);
    expect(days).to.deep.equal(['12月5日 周六', '12月12日 周六', '12月19日 周六', '12月26日 周六']);
    expect(text('.row + .hint')).to.equal('一共 2 小时 30 分钟 · 都是北京时间');
    expect(text('.act')).to.contain('家政服务').and.to.contain('磨剪刀、修雨伞').and.to.contain('9:00–11:30');
    await set('end', '08:00');
    expect(text('.row + .hint')).to.contain('到第二天 08:00 结束');
  });

  it('says what is missing at each field, and begins at the first', async () => {
    const { press, text, root, asked, set } = await setUp();
    await set('day', '2026-11-20');
    await set('places', '0');
    await press('存成草稿');
    expect(text('#category-error')).to.equal('选一个类别。');
    expect(text('#title-error')).to.equal('名字至少两个字。');
    expect(text('#day-error')).to.equal('这个时间已经过去了。');
    expect(text('#place-error')).to.contain('写上在哪里集合');
    expect(text('#places-error')).to.contain('1 到 10000');
    expect(asked).to.deep.equal([]);
    await waitUntil(
      () => root()?.activeElement instanceof HTMLInputElement && root()?.activeElement?.getAttribute('name') === 'category',
    );
    await set('places', '3');
    expect(root()?.querySelector('#places-error')).to.equal(null);
  });

  it('shows the server’s problems at their fields', async () => {
    const invalid = new FiveMicroError('request.invalid', {
      status: 422,
      fields: [
        { path: 'endsAt', code: 'too-late', message: '一场最多 24 小时。' },
        { path: 'repeat.times', code: 'too-big', message: '最多 26 周。' },
      ],
    });
    const { fill, press, text, root } = await setUp({ fails: [invalid] });
    await fill();
    await press('存成草稿');
    await waitUntil(() => text('#end-error') === '一场最多 24 小时。');
    expect(text('.repeat .field-error')).to.equal('最多 26 周。');
    await waitUntil(() => root()?.activeElement?.id === 'end');
    expect(['startsAt', 'photos.0', 'host', 'what'].map(fieldOfPath)).to.deep.equal(['day', 'photos', 'host', undefined]);
  });

  it('keeps what was written over a reload, for who wrote it', async () => {
    const before = await setUp();
    await before.fill();
    before.form.remove();
    const { root, text, press } = await setUp();
    await waitUntil(() => root()?.querySelector<HTMLInputElement>('#title')?.value === '磨剪刀、修雨伞');
    expect(text('.draft')).to.contain('接着');
    await press('重新写');
    expect(root()?.querySelector<HTMLInputElement>('#title')?.value).to.equal('');
  });

  it('reads no draft that is none', () => {
    expect(readValues('x')).to.equal(undefined);
    expect(readValues({ weeks: 99, start: '25:00', day: 'soon', photos: [{ id: 'a', url: 'javascript:1' }] })).to.deep.equal({
      ...emptyValues,
      places: '',
    });
  });

  it('is a representative’s for their own organisations alone, and goes to a worker', async () => {
    const { fill, press, root, text, asked, saved } = await setUp({ worker: false });
    await waitUntil(() => root()?.querySelector<HTMLSelectElement>('#host')?.value === 'ginkgo');
    expect([...(root()?.querySelectorAll('#host option') ?? [])].map((one) => one.textContent)).to.deep.equal(['银杏志愿服务队']);
    await fill();
    await press('存成草稿');
    await waitUntil(() => text('#done') === '交给社工了');
    expect(asked[0]?.[1]).to.include({ host: 'ginkgo' });
    expect(saved.length).to.equal(1);
  });

  it('closes by itself for a worker, who goes on with the draft', async () => {
    const { form, fill, press } = await setUp();
    let closed = 0;
    form.addEventListener('fm-sheet-close', () => closed++);
    await fill();
    await press('存成草稿');
    await waitUntil(() => closed === 1);
  });
});

describe('changing an action', () => {
  const series = { id: '01990000-0000-7000-8000-00000000000a', index: 2, of: 6 };

  it('tells how many people will hear of it', async () => {
    const { text } = await setUp({ action: coming({ taken: 14, waiting: 3 }) });
    expect(text('.tells')).to.equal('存好以后，会告诉已经报名的 14 位和候补的 3 位邻居。');
    const quiet = await setUp({ action: coming({ taken: 0 }) });
    expect(quiet.text('.end .hint')).to.contain('还没有人报名');
  });

  it('sends what differs, and the later ones of the series where that is meant', async () => {
    const action = coming({ series });
    const { set, choose, press, asked, saved } = await setUp({ action });
    await set('start', '08:30');
    await set('bring', '剪刀');
    await choose('连后面的 4 场一起改');
    await press('存好');
    await waitUntil(() => saved.length > 0);
    expect(asked).to.deep.equal([
      [
        'edit',
        action.id,
        { startsAt: '2026-11-28T00:30:00.000Z', endsAt: '2026-11-28T03:30:00.000Z', bring: '剪刀', following: true },
      ],
    ]);
  });

  it('leaves what workers have read of a representative’s to workers, once people see it', async () => {
    const { root } = await setUp({ action: coming(), worker: false });
    for (const id of ['title', 'story', 'bring']) expect(root()?.querySelector(`#${id}`)).to.equal(null);
    expect(root()?.querySelector('#place')).to.not.equal(null);
    await setUp({ action: coming({ status: 'draft' }), worker: false }).then(({ set }) => set('title', '磨剪刀'));
  });

  it('takes away what was emptied', () => {
    const before = fromAction(coming({ bring: '手套', minimumAge: 16 }));
    expect(toEdit(before, { ...before, bring: '', minimumAge: '' }, false)).to.deep.equal({ bring: null, minimumAge: null });
  });

  it('keeps the places of those who signed up', async () => {
    const { set, press, text, asked } = await setUp({ action: coming({ taken: 9 }) });
    await set('places', '8');
    await press('存好');
    expect(text('#places-error')).to.contain('已经有 9 位报名');
    expect(asked).to.deep.equal([]);
  });
});

describe('how the form can be used', () => {
  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { form, fill, choose, press } = await setUp({ mode });
      await fill();
      await choose('每周都办一次');
      await press('多一周');
      await expect(form).to.be.accessible();
    });
  }

  it('is accessible while something is missing', async () => {
    const { form, press } = await setUp();
    await press('存成草稿');
    await expect(form).to.be.accessible();
  });
});
