import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aWish, failureOf, fakeClock, json, refusal, setUp } from '../test/kit.ts';
import type { FiveMicro, GetToken } from './index.ts';

const id = aWish().id;
const bearers = (requests: Request[]) => requests.map(({ headers }) => headers.get('authorization'));
const down = new Error('portal down');

/** What is said of who is signed in. */
function changesOf({ session }: FiveMicro): string[] {
  const heard: string[] = [];
  session.onChange((state, before) => heard.push(`${before} ${state}`));
  return heard;
}

describe('where the portal gives no token', () => {
  const said = vi.spyOn(console, 'error');
  beforeEach(() => void said.mockReset().mockReturnValue(undefined));

  it('what everybody may read is read, and read anew when there is a token', async () => {
    const getToken = vi.fn<GetToken>().mockRejectedValueOnce(down).mockRejectedValueOnce(down).mockResolvedValue('t');
    const { client, requests } = setUp(() => json(aWish()), { getToken });
    const heard = changesOf(client);
    for (const _ of [1, 2]) expect((await client.wishes.get(id)).id).toBe(id);
    expect(client.session.state).toBe('unknown');
    await client.wishes.get(id);
    expect(bearers(requests)).toEqual([null, null, 'Bearer t']);
    // From `unknown` it would be the first answer, after which nothing is read again.
    expect(heard).toEqual(['signed-out signed-in']);
    // Once for whoever mends the portal: on the page nothing is wrong.
    expect(said).toHaveBeenCalledTimes(1);
    const message = `token.unavailable: ${down.message}`;
    expect(said.mock.calls[0]?.[0]).toMatchObject({ code: 'token.unavailable', message, cause: down });
  });

  it('any more, whoever was signed in reads as a visitor, and again as themself with the next one', async () => {
    const clock = fakeClock();
    const claims = Buffer.from(JSON.stringify({ iss: 'portal', sub: 'wang', exp: clock.now() / 1000 + 600 })).toString(
      'base64url',
    );
    const getToken = vi.fn<GetToken>().mockResolvedValueOnce(`e30.${claims}.c2ln`).mockRejectedValueOnce(down);
    getToken.mockResolvedValue(`e30.${claims}.c2ln`);
    const { client, requests } = setUp(() => json(aWish()), { getToken, clock });
    await client.wishes.get(id);
    const heard = changesOf(client);
    await clock.advance(700_000);
    for (const _ of [1, 2]) await client.wishes.get(id);
    expect(bearers(requests).map((one) => one !== null)).toEqual([true, false, true]);
    expect(heard).toEqual(['signed-out signed-in']);
  });

  it('that is the reason where a visitor is refused, and where something was to be done', async () => {
    const getToken = vi.fn<GetToken>().mockRejectedValue(down);
    for (const code of ['auth.required', 'wish.unknown'] as const) {
      const { client, requests } = setUp(() => refusal(code), { getToken });
      expect((await failureOf(client.wishes.get(id))).code).toBe('token.unavailable');
      expect((await failureOf(client.wishes.claim(id))).code).toBe('token.unavailable');
      expect(requests).toHaveLength(1);
    }
  });

  it('in time, reading goes on without', async () => {
    const { client, clock, requests } = setUp(() => json(aWish()), { getToken: () => new Promise(() => undefined) });
    const read = client.wishes.get(id);
    await clock.advance(10_000);
    expect((await read).id).toBe(id);
    expect(bearers(requests)).toEqual([null]);
    // The next ones do not wait so long again.
    const again = client.wishes.get(id);
    await clock.advance(1_000);
    expect((await again).id).toBe(id);
  });

  it('in time, and then does, what was read meanwhile is read again', async () => {
    let give: (token: string) => void = () => undefined;
    const getToken = vi.fn<GetToken>().mockRejectedValueOnce(down);
    getToken.mockImplementation(() => new Promise((resolve) => (give = resolve)));
    const { client, clock } = setUp(() => json(aWish()), { getToken });
    await client.wishes.get(id);
    const heard = changesOf(client);
    const read = client.wishes.get(id);
    await clock.advance(1_000);
    await read;
    expect(heard).toEqual([]);
    give('t');
    await vi.waitFor(() => expect(heard).toEqual(['signed-out signed-in']));
  });
});
