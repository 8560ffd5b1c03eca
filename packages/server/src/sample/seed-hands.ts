import type { EndpointName } from '@five-micro/contract';
import type { Parsed } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import { areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import type { Call } from '../http/route.ts';
import { type MemberCaller, type Role, roles } from '../identity/caller.ts';
import { newId } from '../ids.ts';
import type { Ports } from '../ports.ts';
import { insertUpload } from '../uploads/statements.ts';
import { known, type Places, type Telling } from './seed-people.ts';
import type { StoredPicture } from './seed-wishes.ts';
import type { SampleCommunity } from './types.ts';

type Trx = Transaction<Database>;
export const hour = 60 * 60 * 1000;

export interface Around {
  places: Places;
  people: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, StoredPicture>;
  issuer: string;
  now: number;
}

const ago = ({ now }: Around, hours: number) => new Date(now - hours * hour);

/** People of the sample, as the server would know them from their tokens. */
export class Hands {
  readonly ports: Ports;
  readonly db: Trx;
  readonly sample: SampleCommunity;
  readonly around: Around;
  constructor(ports: Ports, db: Trx, sample: SampleCommunity, around: Around) {
    this.ports = ports;
    this.db = db;
    this.sample = sample;
    this.around = around;
  }

  caller(sub: string): MemberCaller {
    const member = this.sample.members.find((one) => one.sub === sub);
    const { areas } = this.around.places;
    if (!member) throw new Error(`The sample refers to "${sub}", whom it does not have.`);
    const home = member.home === null ? undefined : known(areas, member.home);
    const root = home?.root_id ?? [...areas.values()][0]?.root_id ?? 0;
    return {
      kind: 'member',
      id: known(this.around.people, sub),
      iss: this.around.issuer,
      sub,
      rootId: root,
      areaId: home?.id ?? null,
      homePath: home?.path ?? [],
      roles: member.roles.flatMap((text) => {
        const [role = '', slug = member.home ?? ''] = text.split('@');
        return isRole(role) && slug !== '' ? [{ role, areaId: known(areas, slug).id, slug }] : [];
      }),
      organisations: [],
      tiedTo: [],
      expiresAt: 0,
    };
  }

  /** One act of the server's, done by somebody of the sample some hours ago. */
  step<N extends EndpointName>(
    act: (call: Call<N>, db: Trx) => Promise<string>,
    { by, hoursAgo, id, area }: { by: string; hoursAgo: number; id?: () => string; area?: string },
    body: (at: Date) => Parsed<N>['body'] | Promise<Parsed<N>['body']>,
    then: (subject: string) => void = () => undefined,
  ): Telling {
    const at = ago(this.around, hoursAgo);
    return {
      at,
      tell: async () => {
        const row = area === undefined ? undefined : await areaById(this.db, known(this.around.places.areas, area).id);
        const context = {
          ports: { ...this.ports, clock: () => at },
          caller: this.caller(by),
          language: 'zh-CN' as const,
          at,
          apiUrl: '',
          params: { id: id?.() ?? '' },
          area: row,
        };
        // The act and what it is asked stand side by side; TypeScript cannot follow that pairing through a generic name.
        const call = { ...context, query: undefined, body: await body(at) } as unknown as Call<N>;
        then(await act(call, this.db));
      },
    };
  }

  /** Stores pictures, as whoever is about to name them would. */
  async photos(names: readonly string[] | undefined, by: string, at: Date): Promise<string[]> {
    const ids: string[] = [];
    for (const name of names ?? []) {
      const { data, width, height } = known(this.around.pictures, name);
      const { id: ownerId, rootId } = this.caller(by);
      const id = newId({ clock: () => at, random: this.ports.random });
      const facts = { mime: 'image/webp', width, height, bytes: data.length, created_at: at };
      await insertUpload(this.db, { id, root_id: rootId, owner_id: ownerId, wish_id: null, claim_id: null, ...facts });
      await this.ports.blobs.put(this.db, id, data);
      ids.push(id);
    }
    return ids;
  }
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);
