import { contract } from '@five-micro/contract';
import { holds, includes, same } from '../finding.ts';
import { scenarios } from '../scenario.ts';
import { draftAction, openWish, submittedWish } from './parts.ts';

const { me, members, wishes, areas, reportIns, organisations } = contract;

export const memberScenarios = [
  ...scenarios('members', ['members'], {
    me: {
      says: 'A member reads who they are here: name, mask, home, roles, and switches that are all off.',
      rules: ['who-someone-is', 'me.get'],
      async run(kit) {
        const as = kit.person({ name: '欧阳春梅', roles: ['resident', 'volunteer'] });
        const mine = await kit.done(me.get, { as });
        same('name and mask', [mine.name, mine.maskedName], ['欧阳春梅', '欧阳**']);
        same('home', mine.area?.slug, kit.here);
        same('roles', mine.roles.map(({ role }) => role).sort(), ['resident', 'volunteer']);
        const off = { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' };
        same('consents', mine.consents, off);
        same('consents after one change', await kit.done(me.consents, { as, body: { helper: true } }), {
          ...off,
          helper: true,
        });
      },
    },
    register: {
      says: 'A worker registers someone without a phone account, finds them by name, and sees the number masked.',
      rules: ['who-someone-is', 'members.register', 'members.list', 'members.get', 'auth.forbidden'],
      async run(kit) {
        const worker = kit.worker();
        const body = { name: `曾${kit.unique()}`, phone: '13812348000' };
        (await kit.ask(members.register, { as: kit.person(), body })).refused('auth.forbidden');
        const member = await kit.done(members.register, { as: worker, body });
        same('phone, account and origin', [member.phone, member.accounts, member.registeredByWorker], ['138****8000', 0, true]);
        const found = (await kit.done(members.list, { as: worker, query: { q: body.name } })).items;
        same(
          'members found',
          found.map(({ id }) => id),
          [member.id],
        );
        same('one member', (await kit.done(members.get, { as: worker, id: member.id })).name, body.name);
        (await kit.ask(members.get, { as: kit.person(), id: member.id })).refused('auth.forbidden', 'member.unknown');
      },
    },
    'on-behalf': {
      says: 'A worker acts for someone without a phone, nobody else does, and the record says so.',
      rules: ['who-someone-is', 'wishes.post', 'auth.forbidden', 'member.unknown'],
      needs: ['wishes'],
      async run(kit) {
        const worker = kit.worker();
        const { id: memberId } = await kit.done(members.register, { as: worker, body: { name: '李秀兰' } });
        const body = { title: '想有人陪我散步', kind: 'company' as const, onBehalfOf: { memberId } };
        (await kit.ask(wishes.post, { as: kit.person(), body })).refused('auth.forbidden');
        const wish = await kit.done(wishes.post, { as: worker, body });
        same('who wishes, and for whom it was written', [wish.wisher.name, wish.onBehalf, wish.mine], ['李**', true, false]);
        await kit.done(wishes.publish, { as: worker, id: wish.id });
        const [first] = (await kit.done(wishes.timeline, { id: wish.id })).items;
        same('first step of the timeline', [first?.type, first?.onBehalf], ['wish.submitted', true]);
        const nobody = { memberId: '0190a1b2-0000-7000-8000-000000000001' };
        (await kit.ask(wishes.post, { as: worker, body: { ...body, onBehalfOf: nobody } })).refused('member.unknown');
      },
    },
    merge: {
      says: 'A worker makes two identities of one person one: what the first did is the other’s.',
      rules: ['who-someone-is', 'members.merge', 'member.self', 'member.merge-target'],
      needs: ['wishes'],
      async run(kit) {
        const [worker, account] = [kit.worker(), kit.person()];
        const { id } = await kit.done(members.register, { as: worker, body: { name: '李秀兰' } });
        const body = { title: '想有人陪我散步', kind: 'company' as const, onBehalfOf: { memberId: id } };
        const wish = await kit.done(wishes.post, { as: worker, body });
        const { id: into } = await kit.done(me.get, { as: account });
        same('member after the merge', (await kit.done(members.merge, { as: worker, id, body: { into } })).id, into);
        includes(
          'wishes of the account',
          (await kit.done(me.wishes, { as: account })).items.map((one) => one.id),
          wish.id,
        );
        const own = (await kit.done(me.get, { as: worker })).id;
        (await kit.ask(members.merge, { as: worker, id: own, body: { into } })).refused('member.self');
        const again = await kit.ask(members.merge, { as: worker, id: into, body: { into } });
        again.refused('member.merge-target');
      },
    },
    erase: {
      says: 'Whoever erases themself is gone: their token ends, their open wishes are withdrawn, their words are gone.',
      rules: ['who-someone-is', 'me.erase', 'token.revoked'],
      needs: ['wishes'],
      async run(kit) {
        const [as, worker] = [kit.person({ name: '欧阳春梅' }), kit.worker()];
        const { id } = await submittedWish(kit, as, { story: '只有我知道的故事' });
        const { erasedAt } = await kit.done(me.erase, { as });
        holds('a time', !Number.isNaN(Date.parse(erasedAt)), erasedAt);
        (await kit.ask(me.get, { as })).refused('token.revoked');
        const left = await kit.ask(wishes.get, { as: worker, id });
        same('status', left.value.status, 'withdrawn');
        holds('a wish without its words', !/只有我知道的故事|欧阳/.test(left.text), left.text);
      },
    },
    notices: {
      says: 'What concerns someone waits for them, the newest first, until they have seen it.',
      rules: ['who-someone-is', 'me.notices', 'me.noticesSeen'],
      needs: ['wishes'],
      async run(kit) {
        const wisher = kit.person();
        const { id } = await openWish(kit, wisher, kit.worker());
        await kit.done(wishes.claim, { as: kit.person(), id });
        const { items } = await kit.done(me.notices, { as: wisher });
        same(
          'notices',
          items.map(({ type, seen }) => [type, seen]),
          [
            ['wish.claimed', false],
            ['wish.published', false],
          ],
        );
        const body = { upTo: items[0]?.id ?? '' };
        same('unseen', (await kit.done(me.noticesSeen, { as: wisher, body })).unseen, 0);
        same('unseen of me', (await kit.done(me.get, { as: wisher })).unseenNotices, 0);
      },
    },
  }),
  ...scenarios('report-in', ['report-in'], {
    home: {
      says: 'Reporting in at home is done at once, and twice is no more than once.',
      rules: ['who-someone-is', 'areas.reportIn'],
      async run(kit) {
        const as = kit.person();
        const first = await kit.done(areas.reportIn, { as });
        same('state', first.state, 'done');
        same('id of a second one', (await kit.done(areas.reportIn, { as })).id, first.id);
        holds('when they reported in', (await kit.done(me.get, { as })).reportedInAt !== null, null);
      },
    },
    declined: {
      says: 'A worker who does not know somebody says why; the home stays, and the person is told.',
      rules: ['who-someone-is', 'reportIns.decline', 'me.notices'],
      needs: ['second-area'],
      async run(kit) {
        const [as, area] = [kit.person(), kit.elsewhere()];
        await kit.done(me.get, { as });
        const { id } = await kit.done(areas.reportIn, { as, area });
        const body = { reason: '门牌对不上' };
        same('state', (await kit.done(reportIns.decline, { as: kit.worker(area), id, body })).state, 'declined');
        same('home', (await kit.done(me.get, { as })).area?.slug, kit.here);
        const [notice] = (await kit.done(me.notices, { as })).items;
        same('the notice', [notice?.type, notice?.words], ['member.report-in-declined', body.reason]);
      },
    },
    moving: {
      says: 'Reporting in elsewhere waits for a worker there; with their word the home changes.',
      rules: ['who-someone-is', 'areas.reportIn', 'reportIns.accept', 'report-in.state'],
      needs: ['second-area'],
      async run(kit) {
        const [as, area] = [kit.person(), kit.elsewhere()];
        const home = async () => (await kit.done(me.get, { as })).area?.slug;
        const { id, state } = await kit.done(areas.reportIn, { as, area });
        same('state, and home meanwhile', [state, await home()], ['waiting', kit.here]);
        (await kit.ask(reportIns.accept, { as: kit.worker(), id })).refused('report-in.unknown', 'auth.forbidden');
        const worker = kit.worker(area);
        const waiting = (await kit.done(reportIns.list, { as: worker, area, query: { limit: 100 } })).items;
        includes(
          'report-ins that wait',
          waiting.map((one) => one.id),
          id,
        );
        same('state', (await kit.done(reportIns.accept, { as: worker, id })).state, 'done');
        same('home', await home(), area);
        (await kit.ask(reportIns.decline, { as: worker, id, body: { reason: '不住这里' } })).refused('report-in.state');
      },
    },
  }),
  ...scenarios('organisations', ['organisations'], {
    acting: {
      says: 'A representative acts for an organisation, by the portal’s word or a worker’s; nobody else does.',
      rules: ['who-someone-is', 'wishes.claim', 'organisation.not-representative', 'organisation.unknown', 'organisation.exists'],
      needs: ['wishes'],
      async run(kit) {
        const [worker, named] = [kit.worker(), kit.person()];
        const slug = `kit-${kit.unique()}`;
        const body = { slug, name: '修修补补志愿队', kind: 'social' as const };
        (await kit.ask(organisations.register, { as: kit.person(), body })).refused('auth.forbidden');
        same('name', (await kit.done(organisations.register, { as: worker, body })).name, body.name);
        (await kit.ask(organisations.register, { as: worker, body })).refused('organisation.exists');

        const { id } = await openWish(kit, kit.person(), worker, { claimersWanted: 2 });
        (await kit.ask(wishes.claim, { as: named, id, body: { as: slug } })).refused('organisation.not-representative');
        (await kit.ask(wishes.claim, { as: named, id, body: { as: 'no-such-one' } })).refused('organisation.unknown');
        const member = (await kit.done(me.get, { as: named })).id;
        const { items } = await kit.done(organisations.setRepresentatives, { as: worker, slug, body: { members: [member] } });
        same(
          'representatives',
          items.map((one) => [one.id, one.origin]),
          [[member, 'worker']],
        );
        const wish = await kit.done(wishes.claim, { as: named, id, body: { as: slug } });
        same(
          'the claim',
          wish.claims.map((claim) => [claim.name, claim.organisation]),
          [[body.name, slug]],
        );
        // One claim of one organisation, whoever speaks for it: said twice it is the same one.
        await kit.done(wishes.claim, { as: named, id, body: { as: slug } });
        same('claims held', (await kit.done(wishes.get, { id })).claimersHeld, 1);
        const done = await kit.done(wishes.fulfil, { as: named, id, body: { note: '修好了' } });
        same('state of the claim', done.claims[0]?.state, 'done');
        const page = (await kit.done(organisations.wishes, { slug })).items;
        same(
          'wishes of the organisation',
          page.map((one) => one.id),
          [id],
        );
      },
    },
    'by-token': {
      says: 'Whom the portal’s token names as representative is one.',
      rules: ['who-someone-is', 'me.get', 'organisations.get', 'organisations.representatives'],
      async run(kit) {
        const slug = `kit-${kit.unique()}`;
        const body = { slug, name: '修修补补志愿队', kind: 'social' as const };
        const worker = kit.worker();
        await kit.done(organisations.register, { as: worker, body });
        const mine = await kit.done(me.get, { as: kit.person({ orgs: [slug] }) });
        same('organisations of me', mine.organisations, [{ slug, name: body.name }]);
        const read = await kit.done(organisations.representatives, { as: worker, slug });
        same(
          'representatives for a worker',
          read.items.map(({ id, origin }) => [id, origin]),
          [[mine.id, 'issuer']],
        );
        (await kit.ask(organisations.representatives, { slug })).refused('auth.required');
        (await kit.ask(organisations.representatives, { as: kit.person(), slug })).refused('auth.forbidden');
        const page = await kit.done(organisations.get, { slug });
        same('its page', [page.name, page.area.slug, page.deeds], [body.name, kit.here, { helped: 0, inProgress: 0 }]);
        (await kit.ask(organisations.get, { slug: `nowhere-${slug}` })).refused('organisation.unknown');
      },
    },
    'holding-actions': {
      says: 'A representative drafts an action for their organisation; a worker opens it, and it stands on the organisation’s page.',
      rules: ['actions', 'actions.post', 'actions.open', 'actions.ofOrganisation', 'auth.forbidden'],
      needs: ['actions'],
      async run(kit) {
        const [slug, worker] = [`kit-${kit.unique()}`, kit.worker()];
        const body = { slug, name: '修修补补志愿队', kind: 'social' as const };
        await kit.done(organisations.register, { as: worker, body });
        const representative = kit.person({ orgs: [slug] });
        const { id, host } = await draftAction(kit, representative, { host: slug });
        same('host', host.slug, slug);
        (await kit.ask(contract.actions.open, { as: representative, id })).refused('auth.forbidden');
        await kit.done(contract.actions.open, { as: worker, id });
        same(
          'actions',
          (await kit.done(contract.actions.ofOrganisation, { slug })).items.map((one) => one.id),
          [id],
        );
      },
    },
  }),
];
