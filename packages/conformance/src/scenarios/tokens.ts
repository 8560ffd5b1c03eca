import { contract } from '@five-micro/contract';
import { holds, same, Skipped } from '../finding.ts';
import type { Claims } from '../tokens.ts';
import { altered, unsigned } from '../tokens.ts';
import type { Kit } from '../kit.ts';
import { scenarios } from '../scenario.ts';

const { me, members, areas } = contract;

const minutes = (count: number) => count * 60;

/** Somebody's claims, changed: signed by the portal all the same. */
async function refusedWith(kit: Kit, change: (claims: Claims) => Claims) {
  const token = await kit.signed(change(kit.claims(kit.person())));
  return kit.ask(me.get, { token });
}

/** `without` takes a claim away; a portal that signs too much is as wrong as one that signs too little. */
const without = (claims: Claims, name: 'sub' | 'exp'): Claims => {
  const { [name]: _left, ...others } = claims;
  return others;
};

export const tokens = scenarios('tokens', [], {
  none: {
    says: 'What needs a token says so, in the header that HTTP has for it too.',
    rules: ['who-someone-is', 'me.get', 'auth.required'],
    async run(kit) {
      const reply = await kit.ask(me.get);
      reply.refused('auth.required');
      const challenge = reply.headers.get('www-authenticate') ?? '';
      holds('www-authenticate: Bearer', challenge.startsWith('Bearer'), challenge);
    },
  },
  malformed: {
    says: 'What is no token is refused as such, also where nobody would have to sign in.',
    rules: ['who-someone-is', 'token.malformed'],
    async run(kit) {
      (await kit.ask(me.get, { token: 'nonsense' })).refused('token.malformed');
      (await kit.ask(areas.get, { token: 'non.sen.se' })).refused('token.malformed');
    },
  },
  'alg-none': {
    says: 'A token that says that nobody signed it (alg: none) is refused.',
    rules: ['who-someone-is', 'token.algorithm'],
    async run(kit) {
      (await kit.ask(me.get, { token: unsigned(kit.claims(kit.person())) })).refused('token.algorithm');
    },
  },
  altered: {
    says: 'Somebody else’s signature over other claims is refused: no resident makes themself a worker.',
    rules: ['who-someone-is', 'token.signature'],
    needs: ['members'],
    async run(kit) {
      const resident = kit.person();
      const claims = { ...kit.claims(resident), roles: ['worker'] };
      const token = altered(await kit.token(resident), claims);
      (await kit.ask(members.list, { token })).refused('token.signature');
    },
  },
  'other-key': {
    says: 'A key that nobody registered signs for nobody.',
    rules: ['who-someone-is', 'token.signature', 'token.key'],
    needs: ['signing'],
    async run(kit) {
      const { forge } = kit.signer;
      if (!forge) throw new Skipped('this needs a --key');
      const token = await forge.otherKey(kit.claims(kit.person()));
      (await kit.ask(me.get, { token })).refused('token.signature', 'token.key');
    },
  },
  'public-key-as-secret': {
    says: 'The published key is no secret: HS256 with it is refused (RFC 8725, 2.1).',
    rules: ['who-someone-is', 'token.algorithm', 'token.key', 'token.signature'],
    needs: ['signing'],
    async run(kit) {
      const forged = kit.signer.forge?.publicKeyAsSecret;
      if (!forged) throw new Skipped('the issuer’s key is a secret, not a pair');
      const token = await forged(kit.claims(kit.person()));
      (await kit.ask(me.get, { token })).refused('token.algorithm', 'token.key', 'token.signature');
    },
  },
  expired: {
    says: 'A token that ended is refused as expired; clocks may differ by a minute at most.',
    rules: ['who-someone-is', 'token.expired'],
    async run(kit) {
      const ended = (seconds: number) =>
        refusedWith(kit, (claims) => ({
          ...claims,
          iat: (claims.iat ?? 0) - minutes(30),
          exp: (claims.iat ?? 0) - seconds,
        }));
      (await ended(minutes(2))).refused('token.expired');
    },
  },
  'not-yet': {
    says: 'A token from the future is refused.',
    rules: ['who-someone-is', 'token.not-yet'],
    async run(kit) {
      const later = await refusedWith(kit, (claims) => ({ ...claims, nbf: (claims.iat ?? 0) + minutes(10) }));
      later.refused('token.not-yet');
    },
  },
  'too-long': {
    says: 'A token that holds for longer than an hour is refused, though it is well signed.',
    rules: ['who-someone-is', 'token.too-long'],
    async run(kit) {
      const long = await refusedWith(kit, (claims) => ({ ...claims, exp: (claims.iat ?? 0) + minutes(120) }));
      long.refused('token.too-long');
      const endless = await refusedWith(kit, (claims) => without(claims, 'exp'));
      endless.refused('token.too-long', 'token.malformed', 'token.expired');
    },
  },
  audience: {
    says: 'A token for another service is refused.',
    rules: ['who-someone-is', 'token.audience'],
    async run(kit) {
      (await refusedWith(kit, (claims) => ({ ...claims, aud: 'another-service' }))).refused('token.audience');
    },
  },
  issuer: {
    says: 'A portal that nobody registered says nothing about anybody.',
    rules: ['who-someone-is', 'token.issuer'],
    async run(kit) {
      (await refusedWith(kit, (claims) => ({ ...claims, iss: 'https://nobody.example' }))).refused('token.issuer');
    },
  },
  subject: {
    says: 'A token that names nobody is refused.',
    rules: ['who-someone-is', 'token.subject'],
    async run(kit) {
      (await refusedWith(kit, (claims) => without(claims, 'sub'))).refused('token.subject');
    },
  },
  area: {
    says: 'A home that the issuer does not speak for is refused.',
    rules: ['who-someone-is', 'token.area'],
    async run(kit) {
      (await refusedWith(kit, (claims) => ({ ...claims, area: `nowhere-${kit.unique()}` }))).refused('token.area');
    },
  },
  'one-member': {
    says: 'Someone who arrives for the first time with five requests at once is one member.',
    rules: ['who-someone-is', 'me.get'],
    async run(kit) {
      const as = kit.person();
      const replies = await Promise.all(Array.from({ length: 5 }, () => kit.ask(me.get, { as })));
      same('members', new Set(replies.map((reply) => reply.value.id)).size, 1);
    },
  },
  'roles-each-time': {
    says: 'Roles are believed as the token at hand says: who is no worker any more is none.',
    rules: ['who-someone-is', 'members.list', 'auth.forbidden'],
    needs: ['members'],
    async run(kit) {
      const worker = kit.worker();
      holds('a page of members', Array.isArray((await kit.done(members.list, { as: worker })).items), 'none');
      (await kit.ask(members.list, { as: { ...worker, roles: ['resident'] } })).refused('auth.forbidden');
    },
  },
  'home-at-first-sight': {
    says: 'A home is believed at first sight only: another one in a later token changes nothing.',
    rules: ['who-someone-is', 'me.get'],
    async run(kit) {
      const as = kit.person();
      const home = async (area: string) => (await kit.done(me.get, { as: { ...as, area } })).area?.slug;
      same('home', await home(kit.here), kit.here);
      same('home, with another one in the token', await home(kit.elsewhere()), kit.here);
    },
  },
  revoked: {
    says: 'A worker ends every sign-in of a member, within a minute.',
    rules: ['who-someone-is', 'members.revoke', 'token.revoked'],
    needs: ['members'],
    async run(kit) {
      const as = kit.person();
      const { id } = await kit.done(me.get, { as });
      same('member', (await kit.done(members.revoke, { as: kit.worker(), id })).id, id);
      await kit.within(60, async () => (await kit.ask(me.get, { as })).refused('token.revoked'));
    },
  },
});
