import type { Action, MySignUp, Photo, SignUp } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import type { Relation } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { actionPhotos, type ActionPhotoRow } from '../uploads/action-photos.ts';
import { canOf, isVisible, relationsIn } from './lifecycle.ts';
import { signUpsBy, type SignUpRecord } from './sign-up-statements.ts';
import type { ActionRecord } from './statements.ts';
import { checkInFrom } from './times.ts';

export type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** Actions as the caller may see them; what belongs to them is read once for all, whatever their number. */
export async function showActions(asking: Asking, db: Db, actions: readonly ActionRecord[]): Promise<Action[]> {
  const ids = actions.map((action) => action.id);
  const own = asking.caller.kind === 'member' ? await signUpsBy(db, ids, asking.caller.id) : [];
  const photos = await actionPhotos(
    db,
    actions.flatMap((action) => action.photos),
  );
  return Promise.all(
    actions.map((action) =>
      showAction(
        asking,
        action,
        own.find((row) => row.action_id === action.id),
        photos,
      ),
    ),
  );
}

/** One action where it may be seen. @throws {Refusal} `action.unknown` */
export async function showVisible(asking: Asking, db: Db, action: ActionRecord | undefined): Promise<Action> {
  if (!action || !isVisible(action, relationsIn(asking.caller, action, undefined))) throw new Refusal('action.unknown');
  const [shown] = await showActions(asking, db, [action]);
  if (!shown) throw new Refusal('action.unknown');
  return shown;
}

async function showAction(
  asking: Asking,
  action: ActionRecord,
  own: SignUpRecord | undefined,
  photos: readonly ActionPhotoRow[],
): Promise<Action> {
  const { caller, language, at, apiUrl } = asking;
  const relations = relationsIn(caller, action, own);
  const areaName = nameOf({ name: action.area_name, name_en: action.area_name_en }, language);
  const { series_id: id, series_index: index, series_of: of } = action;
  return {
    id: action.id,
    area: action.area_slug,
    areaName,
    title: action.title,
    story: action.story,
    category: action.category,
    status: action.status,
    startsAt: action.starts_at.toISOString(),
    endsAt: action.ends_at.toISOString(),
    place: action.place,
    host: { slug: action.organisation_slug, name: action.organisation_name ?? areaName },
    places: action.places,
    taken: action.taken,
    waiting: action.waiting,
    minimumAge: action.minimum_age,
    bring: action.bring,
    forWhom: action.for_whom,
    photos: await showPhotos(asking, action, relations, photos),
    series: id === null || index === null || of === null ? null : { id, index, of },
    mine: own ? mySignUp(own) : null,
    can: canOf(caller, action, { relations, own, at }),
    reason: action.reason ?? null,
    checkInFrom: checkInFrom(action).toISOString(),
    calendarUrl: `${apiUrl}/actions/${action.id}/calendar.ics`,
    createdAt: action.created_at.toISOString(),
    updatedAt: action.updated_at.toISOString(),
  };
}

/** Pictures that a worker has let through are for everyone; the others, for those who look after the action. */
async function showPhotos(
  asking: Asking,
  action: ActionRecord,
  relations: ReadonlySet<Relation>,
  photos: readonly ActionPhotoRow[],
): Promise<Photo[]> {
  const looksAfter = relations.has('organiser') || relations.has('officer');
  const own = action.photos.flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
  return Promise.all(
    own
      .filter((photo) => photo.approved_at !== null || looksAfter)
      .map(async ({ id, width, height, approved_at: approved }) => ({
        id,
        width,
        height,
        public: approved !== null,
        url: await photoUrl(asking, id, approved !== null),
      })),
  );
}

export const mySignUp = (row: SignUpRecord): MySignUp => ({
  state: row.state,
  ...(row.position !== null && { position: row.position }),
  checkedInAt: row.checked_in_at?.toISOString() ?? null,
  checkedOutAt: row.checked_out_at?.toISOString() ?? null,
  minutes: row.minutes,
});

/** Lines of the organiser's list, with whole names: for organisers alone. */
export async function showSignUps({ language }: Asking, db: Db, rows: readonly SignUpRecord[]): Promise<SignUp[]> {
  const people = await loadPeople(
    db,
    rows.map((row) => row.member_id),
  );
  return rows.map((row) => ({
    member: row.member_id,
    name: people.fullName(row.member_id) ?? people.masked(row.member_id, language),
    organisation: row.organisation_name,
    onBehalf: row.acting_id !== null,
    signedUpAt: row.signed_up_at.toISOString(),
    ...mySignUp(row),
  }));
}
