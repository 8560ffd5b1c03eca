import type { Action, MySignUp, Photo, SignUp } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { withheldOf } from '../moderation/deciding.ts';
import { type Reader, seesPhoto } from '../moderation/reading.ts';
import { type CaseRow, casesOnActions } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { actionPhotos, type ActionPhotoRow } from '../uploads/action-photos.ts';
import { canOf, isVisible, relationsIn } from './lifecycle.ts';
import { signUpsBy, type SignUpRecord } from './sign-up-statements.ts';
import type { ActionRecord } from './statements.ts';
import { checkInFrom } from './times.ts';
import { casesOn, readerTo, type Reading, wordsOf, wordsOrNull } from './words.ts';

export type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** Actions as the caller may see them; what belongs to them is read once for all, whatever their number. */
export async function showActions(asking: Asking, db: Db, actions: readonly ActionRecord[]): Promise<Action[]> {
  const ids = actions.map((action) => action.id);
  const own = asking.caller.kind === 'member' ? await signUpsBy(db, ids, asking.caller.id) : [];
  const photos = await actionPhotos(
    db,
    actions.flatMap((action) => action.photos),
  );
  const cases = await casesOnActions(
    db,
    ids,
    photos.map(({ id }) => id),
  );
  return Promise.all(
    actions.map((action) =>
      showAction(
        asking,
        action,
        own.find((row) => row.action_id === action.id),
        { photos, cases },
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
  { photos, cases }: { photos: readonly ActionPhotoRow[]; cases: readonly CaseRow[] },
): Promise<Action> {
  const { caller, language, at, apiUrl } = asking;
  const relations = relationsIn(caller, action, own);
  const areaName = nameOf({ name: action.area_name, name_en: action.area_name_en }, language);
  const reading: Reading = { language, reader: readerTo(caller, relations), cases: casesOn(cases, action) };
  const withheld = reading.reader.inside ? withheldOf(reading.cases) : [];
  const { series_id: id, series_index: index, series_of: of } = action;
  return {
    id: action.id,
    area: action.area_slug,
    areaName,
    title: wordsOf(reading, 'title', action.title),
    story: wordsOf(reading, 'story', action.story),
    category: action.category,
    status: action.status,
    startsAt: action.starts_at.toISOString(),
    endsAt: action.ends_at.toISOString(),
    place: wordsOf(reading, 'place', action.place),
    host: { slug: action.organisation_slug, name: action.organisation_name ?? areaName },
    places: action.places,
    taken: action.taken,
    waiting: action.waiting,
    minimumAge: action.minimum_age,
    bring: wordsOrNull(reading, 'bring', action.bring),
    forWhom: wordsOrNull(reading, 'for-whom', action.for_whom),
    photos: await showPhotos(asking, action, reading.reader, photos),
    series: id === null || index === null || of === null ? null : { id, index, of },
    mine: own ? mySignUp(own) : null,
    can: canOf(caller, action, { relations, own, at }),
    reason: wordsOrNull(reading, 'reason', action.reason),
    checkInFrom: checkInFrom(action).toISOString(),
    calendarUrl: `${apiUrl}/actions/${action.id}/calendar.ics`,
    createdAt: action.created_at.toISOString(),
    updatedAt: action.updated_at.toISOString(),
    ...(withheld.length > 0 && { withheld }),
  };
}

/** Pictures that a worker has let through are for everyone; the others, and those that were hidden, for those who look after the action. */
async function showPhotos(
  asking: Asking,
  action: ActionRecord,
  reader: Reader,
  photos: readonly ActionPhotoRow[],
): Promise<Photo[]> {
  const own = action.photos.flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
  const shown = own.map((photo) => ({ ...photo, public: photo.approved_at !== null && photo.hidden_at === null }));
  return Promise.all(
    shown
      .filter((photo) => seesPhoto(photo, reader, photo.public))
      .map(async ({ id, width, height, public: everyone, hidden_at: hiddenAt }) => ({
        id,
        width,
        height,
        public: everyone,
        url: await photoUrl(asking, id, everyone, hiddenAt),
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
