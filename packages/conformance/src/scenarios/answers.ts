import { contract, type Endpoint } from '@five-micro/contract';
import { excludes, holds, same } from '../finding.ts';
import { type Need, scenarios } from '../scenario.ts';
import { readsOfAreas } from './areas.ts';
import { openWish, submittedWish } from './parts.ts';

const { wishes, me } = contract;

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const json = { 'content-type': 'application/json' };

/** How every answer and every refusal looks, whatever it is about. Wishes stand in for all things. */
export const answers = scenarios('answers', ['wishes'], {
  'ids-and-times': {
    says: 'Ids are UUIDs of version 7, times are RFC 3339 in UTC.',
    rules: ['answers', 'wishes.post'],
    async run(kit) {
      const wish = await submittedWish(kit, kit.person());
      holds('an id as a UUID of version 7', uuidV7.test(wish.id), wish.id);
      for (const time of [wish.createdAt, wish.updatedAt]) holds('a time in RFC 3339 with Z', utc.test(time), time);
    },
  },
  whole: {
    says: 'Every list of an area, and everything of one’s own, has all fields that the contract requires.',
    rules: ['answers', 'wishes.list', 'me.get'],
    // What the other scenarios have left is what the lists show.
    alone: true,
    async run(kit) {
      const worker = kit.worker();
      await openWish(kit, worker, kit.worker());
      for (const endpoint of readsOfAreas(kit)) {
        const day = kit.soon(24 * 3600).slice(0, 10);
        const query = endpoint === contract.actions.days ? { from: day, to: day } : {};
        await kit.done(endpoint, { as: worker, query });
      }
      const featureOf: Record<string, Need> = { '/me/points': 'points', '/me/nominations': 'stars', '/me/stars': 'stars' };
      for (const endpoint of Object.values<Endpoint>(me)) {
        const need = featureOf[endpoint.path] ?? (/actions|hours/.test(endpoint.path) ? 'actions' : 'wishes');
        if (endpoint.method === 'GET' && kit.offers(need)) await kit.done(endpoint, { as: worker });
      }
    },
  },
  'unknown-field': {
    says: 'A field that the contract does not have is refused by its name, and nothing is stored.',
    rules: ['refusals', 'wishes.post', 'request.invalid'],
    async run(kit) {
      const as = kit.person();
      const reply = await kit.ask(wishes.post, { as, wrong: { title: '想要一盏台灯', kind: 'item', status: 'open' } });
      const { fields = [] } = reply.refused('request.invalid');
      same(
        'fields',
        fields.map(({ path, code }) => [path, code]),
        [['status', 'unknown-field']],
      );
      same('wishes of whoever was refused', (await kit.done(me.wishes, { as })).items.length, 0);
    },
  },
  'wrong-fields': {
    says: 'Every field that is wrong is named by its dotted path, with a code and words.',
    rules: ['refusals', 'wishes.post', 'request.invalid'],
    async run(kit) {
      const wrong = { kind: 'money', forWhom: { relation: 'boss' }, claimersWanted: 0 };
      const { fields = [] } = (await kit.ask(wishes.post, { as: kit.person(), wrong })).refused('request.invalid');
      const found = Object.fromEntries(fields.map(({ path, code }) => [path, code]));
      same('fields', found, {
        title: 'required',
        kind: 'not-an-option',
        'forWhom.relation': 'not-an-option',
        claimersWanted: 'too-small',
      });
      holds(
        'words with every field',
        fields.every(({ message }) => message.length > 0),
        fields,
      );
    },
  },
  graphemes: {
    says: 'Lengths are counted as a reader counts: 60 families of emoji are 60 characters.',
    rules: ['refusals', 'wishes.post', 'request.invalid'],
    async run(kit) {
      const as = kit.person();
      const title = (count: number) => '👨‍👩‍👧'.repeat(count);
      same('title', (await submittedWish(kit, as, { title: title(60) })).title, title(60));
      const longer = await kit.ask(wishes.post, { as, body: { title: title(61), kind: 'item' } });
      const { fields = [] } = longer.refused('request.invalid');
      same(
        'fields',
        fields.map(({ path, code }) => [path, code]),
        [['title', 'too-long']],
      );
    },
  },
  unreadable: {
    says: 'A body that is no JSON cannot be read; one of another media type is not tried.',
    rules: ['refusals', 'request.unreadable', 'request.unsupported-media'],
    async run(kit) {
      const path = `/areas/${kit.here}/wishes`;
      const token = await kit.token(kit.person());
      (await kit.send('POST', path, { token, headers: json, body: '{"title":' })).refused('request.unreadable');
      const text = { 'content-type': 'text/plain' };
      (await kit.send('POST', path, { token, headers: text, body: 'a wish' })).refused('request.unsupported-media');
    },
  },
  'too-large': {
    says: 'A body of half a megabyte is refused as too large.',
    rules: ['refusals', 'request.too-large'],
    async run(kit) {
      const token = await kit.token(kit.person());
      const body = JSON.stringify({ title: '想要一盏台灯', kind: 'item', story: 'x'.repeat(500_000) });
      const reply = await kit.send('POST', `/areas/${kit.here}/wishes`, { token, headers: json, body });
      reply.refused('request.too-large');
    },
  },
  'no-such-path': {
    says: 'A path that is none is not found; a known one is told from that by its method.',
    rules: ['refusals', 'request.not-found', 'request.method'],
    async run(kit) {
      (await kit.send('GET', '/nothing-of-the-kind')).refused('request.not-found');
      (await kit.send('DELETE', `/areas/${kit.here}/wishes`)).refused('request.method');
    },
  },
  language: {
    says: 'Refusals are said in Chinese, or in English to whoever asks for it; the code is the same.',
    rules: ['refusals', 'auth.required'],
    async run(kit) {
      const said = async (language: string) => (await kit.ask(me.get, { language })).refused('auth.required').title;
      const [chinese, english] = [await said('zh-CN'), await said('en-GB,en;q=0.9')];
      holds('a Chinese title', /\p{Script=Han}/u.test(chinese), chinese);
      holds('an English title', /[a-z]/i.test(english) && !/\p{Script=Han}/u.test(english), english);
    },
  },
  'request-id': {
    says: 'Every refusal carries an id of its own, by which a log can be searched.',
    rules: ['refusals', 'auth.required'],
    async run(kit) {
      const one = (await kit.ask(me.get)).refused('auth.required').requestId;
      const other = (await kit.ask(me.get)).refused('auth.required').requestId;
      holds('two ids of requests', one !== '' && one !== other, [one, other]);
    },
  },
  'not-kept-by-anyone': {
    says: 'What is answered to someone who is signed in is kept by no cache on the way.',
    rules: ['answers', 'me.get'],
    async run(kit) {
      const reply = await kit.ask(me.get, { as: kit.person() });
      const held = reply.headers.get('cache-control') ?? '';
      holds('cache-control: no-store or private', /no-store|private/.test(held), held);
      excludes('a cache that others share', held.split(/,\s*/), 'public');
    },
  },
});
