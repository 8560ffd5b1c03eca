import { describe, expect, it } from 'vitest';
import { aPage, aWish, failureOf, refusal, setUp } from '../test/kit.ts';

/** Three pages of two. */
const pages = ({ url }: Request) => {
  const at = Number(new URL(url).searchParams.get('cursor') ?? 0);
  return aPage(
    [0, 1].map((more) => aWish({ title: `wish ${2 * at + more}` })),
    at < 2 ? `${at + 1}` : null,
  );
};
const titles = (wishes: { title: string }[]) => wishes.map(({ title }) => title.slice(5)).join('');

describe('a list', () => {
  it('asks nothing before someone wants it', async () => {
    const { client, requests } = setUp(pages);
    client.wishes.list();
    expect(requests).toHaveLength(0);
  });

  it('is its first page when awaited, and twice awaited one request', async () => {
    const { client, requests } = setUp(pages);
    const list = client.wishes.list({ status: 'open' });
    const first = await list;
    expect(titles(first.items)).toBe('01');
    expect(first.nextCursor).toBe('1');
    expect(await list).toBe(first);
    expect(requests).toHaveLength(1);
  });

  it('walks through all pages with the same question, one request each, also after it was awaited', async () => {
    const { client, requests } = setUp(pages);
    const list = client.wishes.list({ status: 'open' });
    await list;
    const found = [];
    for await (const wish of list) found.push(wish);
    expect(titles(found)).toBe('012345');
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      '?status=open',
      '?cursor=1&status=open',
      '?cursor=2&status=open',
    ]);
  });

  it('begins where the caller says', async () => {
    const { client } = setUp(pages);
    expect(titles((await client.wishes.list({ cursor: '2' })).items)).toBe('45');
  });

  it('stops asking when the reader stops', async () => {
    const { client, requests } = setUp(pages);
    for await (const wish of client.wishes.list()) if (wish.title === 'wish 1') break;
    expect(requests).toHaveLength(1);
  });

  it('gives as many as wanted, and asks for no page more than that takes', async () => {
    const { client, requests } = setUp(pages);
    expect(titles(await client.wishes.list().toArray({ limit: 4 }))).toBe('0123');
    expect(requests).toHaveLength(2);
    expect(await client.wishes.list().toArray({ limit: 0 })).toEqual([]);
    expect(titles(await client.wishes.list().toArray({ limit: 100 }))).toBe('012345');
  });

  it('fails where a page fails', async () => {
    const { client } = setUp((request) => (request.url.includes('cursor=1') ? refusal('request.invalid') : pages(request)));
    const list = client.wishes.list();
    expect((await failureOf(list.toArray({ limit: 10 }))).code).toBe('request.invalid');
    expect(titles((await list).items)).toBe('01');
  });

  it('can be aborted', async () => {
    const { client } = setUp(pages);
    expect((await failureOf(client.me.wishes({}, { signal: AbortSignal.abort() }))).code).toBe('aborted');
  });
});
