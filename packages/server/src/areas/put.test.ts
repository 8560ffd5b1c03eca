import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../db/pglite.ts';
import { migrate } from '../db/migrate.ts';
import { oneDatabase } from '../testing/databases.ts';
import { putAreas } from './put.ts';
import { settingsOf } from './settings.ts';
import { areaBySlug } from './statements.ts';
import { readTree } from './tree-file.ts';

const yikang = { slug: 'yikang', name: '怡康社区', level: 'community' };
const nanyuan = { slug: 'nanyuan', name: '南苑街道', nameEn: 'Nanyuan', level: 'street' };
const jianye = { slug: 'jianye', name: '建邺区', level: 'district', settings: { leaseDays: 5 } };
const whole = { ...jianye, children: [{ ...nanyuan, children: [yikang] }] };

describe('a tree of areas in a file', () => {
  it.each([
    [{ ...yikang, slug: 'Yi kang' }, /^Yi kang: "slug" must be of small letters/],
    [{ ...yikang, level: 'village' }, /^yikang: "level" must be one of district, street, community, grid$/],
    [{ ...yikang, level: undefined }, /^yikang: "level"/],
    [{ ...yikang, parent: 'nanyuan' }, /^yikang: an area has no "parent"$/],
    [{ ...yikang, settings: { theme: 'gold' } }, /^yikang: settings: "theme" must be one of/],
    [{ ...yikang, children: [nanyuan] }, /^nanyuan: a street does not stand below a community \(yikang\)$/],
    [{ ...nanyuan, children: [yikang, yikang] }, /^yikang: it is in the file twice$/],
    [{ ...nanyuan, children: ['yikang'] }, /^nanyuan, its child 1: /],
    [
      { ...jianye, catalogue: { wishCategories: [{ code: 'daily', zh: '日常', en: 'Daily' }], actionCategories: [] } },
      /"other" among them/,
    ],
    [
      {
        ...nanyuan,
        children: [
          {
            ...yikang,
            catalogue: {
              wishCategories: [{ code: 'other', zh: '其他', en: 'Other' }],
              actionCategories: [{ code: 'law', zh: '法', en: 'Law' }],
            },
          },
        ],
      },
      /^yikang: only the topmost/,
    ],
  ])('is not %j', (given, fault) => {
    const { faults } = readTree(given);
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });
});

describe.each(oneDatabase)('areas that an operator puts in on $name', ({ open }) => {
  let database: OpenDatabase;
  const put = (given: unknown) => putAreas(database.db, readTree(given).areas);
  const area = async (slug: string) => {
    const found = await areaBySlug(database.db, slug);
    if (!found) throw new Error(`There is no ${slug}.`);
    return found;
  };
  beforeAll(async () => {
    database = await open();
    await migrate(database.db);
  });
  afterAll(() => database.close());

  it('are made from the top down, with all features and the usual catalogue, and once', async () => {
    expect(await put(whole)).toEqual({
      done: [
        { kind: 'root', slug: 'jianye', name: '建邺区' },
        { kind: 'make', slug: 'nanyuan', name: '南苑街道', above: 'jianye' },
        { kind: 'make', slug: 'yikang', name: '怡康社区', above: 'nanyuan' },
      ],
      faults: [],
    });
    const [top, street, below] = [await area('jianye'), await area('nanyuan'), await area('yikang')];
    expect(below).toMatchObject({ path: [top.id, street.id, below.id], root_id: top.id, name_en: '怡康社区' });
    const settings = await settingsOf(database.db, below, 'en');
    expect(settings).toMatchObject({ features: expect.arrayContaining(['wishes', 'points']), leaseDays: 5 });
    expect(settings.wishCategories).toContainEqual({ code: 'other', name: 'Other' });
    expect(await put(whole)).toEqual({ done: [], faults: [] });
  });

  it('are renamed, set and added to; what the file does not name stays', async () => {
    const more = { slug: 'yikang-3', name: '第三网格', level: 'grid' };
    const street = { slug: 'nanyuan', name: '南苑', level: 'street' };
    const { done } = await put({ ...street, children: [{ ...yikang, settings: { leaseDays: 9 }, children: [more] }] });
    expect(done).toEqual([
      { kind: 'rename', slug: 'nanyuan', from: '南苑街道', to: '南苑' },
      { kind: 'set', slug: 'yikang', keys: 'leaseDays' },
      { kind: 'make', slug: 'yikang-3', name: '第三网格', above: 'yikang' },
    ]);
    expect(await settingsOf(database.db, await area('yikang-3'), 'zh-CN')).toMatchObject({ leaseDays: 9 });
    expect(await area('nanyuan')).toMatchObject({ name_en: 'Nanyuan' });
  });

  it('take their English name along where they never had one of their own', async () => {
    const grid = { slug: 'yikang-4', name: '第四网格', level: 'grid' };
    await put({ ...yikang, children: [grid] });
    await put({ ...yikang, children: [{ ...grid, name: '香樟网格' }] });
    expect(await area('yikang-4')).toMatchObject({ name: '香樟网格', name_en: '香樟网格' });
  });

  it('do not move, change their level, choose what is not there, or lose a category', async () => {
    const catalogue = {
      wishCategories: [{ code: 'other', zh: '其他', en: 'Other' }],
      actionCategories: [{ code: 'law', zh: '法治宣传', en: 'Law' }],
    };
    for (const [given, fault] of [
      [{ ...jianye, children: [yikang] }, 'yikang: it does not stand below jianye, and areas do not move'],
      [{ ...yikang, level: 'grid' }, 'yikang: it is a community and stays one'],
      [{ ...yikang, settings: { wishCategories: ['treasure'] } }, 'yikang: the catalogue does not have treasure'],
      [{ ...yikang, catalogue }, 'yikang: only the topmost area has a "catalogue"'],
      [
        { ...jianye, catalogue },
        expect.stringMatching(/^jianye: the catalogue leaves out daily, health, .+patrol, which may be in use/),
      ],
    ] as const)
      expect((await put(given)).faults).toEqual([fault]);
  });
});
