import { type Kysely, sql } from 'kysely';

/**
 * Points: one append-only ledger, and what is counted from it.
 *
 * `point_entry` is the truth. Everything else can be counted anew from it (`five-micro rebuild points`): the day's net
 * for caps, a member's totals for week, month, quarter, year and all time, the same in an organisation's name, and what
 * a ticker folds for large areas. Days and periods are those of Asia/Shanghai, which has had no daylight saving time
 * since before the first entry: eight hours ahead, without a time zone's table.
 *
 * Nothing is paid backwards: who did something before there were points, did not do it for them, and nobody had said
 * what it would be worth. Help that is confirmed from now on counts, whenever it began.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create type point_period as enum ('week', 'month', 'quarter', 'year', 'all')`,

  `create table point_entry (
    id bigint generated always as identity primary key,
    root_id integer not null,
    member_id uuid not null references member,
    -- The organisation in whose name it was done.
    organisation_id integer references organisation,
    -- Where the deed belongs.
    area_id integer not null references area,
    rule text not null,
    amount integer not null,
    minutes integer,
    -- Names the deed: nothing pays twice.
    source text not null unique,
    -- When it was done. A correction carries the time of what it corrects.
    at timestamptz not null,
    recorded_at timestamptz not null,
    actor_id uuid references member,
    wish_id uuid references wish,
    action_id uuid references action,
    report_in_id uuid references report_in,
    reverses bigint references point_entry,
    check (reverses is not null or amount >= 0),
    check ((reverses is null) = (source not like 'reversal:%'))
  )`,
  `create index point_entry_member on point_entry (member_id, at desc, id desc)`,
  `create unique index point_entry_reverses on point_entry (reverses) where reverses is not null`,
  `create trigger point_entry_append_only before update or delete on point_entry for each row execute function refuse_change()`,
  `create trigger point_entry_keep before truncate on point_entry for each statement execute function refuse_change()`,
  // Why an entry was taken back: words, so apart from the ledger.
  `create table point_words (entry_id bigint primary key references point_entry, reason text not null)`,

  // Where someone is ranked, and whether others see it: what awards hold while a move or a change of consent waits.
  // A row of their own and not the member's, which whoever erases or merges holds before the wishes that awards come from.
  `create table point_home (
    member_id uuid primary key references member,
    root_id integer not null,
    -- The path to their home, level by level.
    d1 integer,
    d2 integer,
    d3 integer,
    d4 integer,
    listed boolean not null,
    merged_into uuid
  )`,
  `create index point_home_merged on point_home (merged_into) where merged_into is not null`,
  `create view point_home_now as
    select member.id as member_id, member.root_id, path[1] as d1, path[2] as d2, path[3] as d3, path[4] as d4,
      coalesce(consent.ranking <> 'off', false) and member.erased_at is null and member.merged_into is null as listed,
      member.merged_into
    from member left join area on area.id = member.area_id left join consent on consent.member_id = member.id`,

  `create table point_day (
    member_id uuid not null,
    rule text not null,
    day date not null,
    net integer not null,
    primary key (member_id, rule, day)
  )`,

  `create table point_total (
    member_id uuid not null,
    period point_period not null,
    starts date not null,
    d1 integer,
    d2 integer,
    d3 integer,
    d4 integer,
    listed boolean not null,
    points integer not null,
    minutes integer not null,
    -- Wishes helped with.
    wishes integer not null,
    primary key (member_id, period, starts)
  )`,
  // A board: who is listed and has points, by home. Whoever did not opt in costs no index.
  ...['d1', 'd2', 'd3', 'd4'].map(
    (level) => `create index point_board_${level} on point_total (${level}, period, starts, points, member_id)
      where listed and points > 0 and ${level} is not null`,
  ),
  `create table point_organisation (
    organisation_id integer not null,
    member_id uuid not null,
    period point_period not null,
    starts date not null,
    points integer not null,
    minutes integer not null,
    wishes integer not null,
    primary key (period, starts, organisation_id, member_id)
  )`,
  `create index point_organisation_member on point_organisation (member_id)`,

  // What the ticker has not folded yet. Small, and read from end to end.
  `create table point_unfolded (
    root_id integer not null,
    area_id integer not null,
    member_id uuid not null,
    at timestamptz not null,
    amount integer not null
  )`,
  `create table point_fold (root_id integer primary key, folded_at timestamptz not null, measured_at timestamptz)`,
  // By the deed's area, without those below it.
  `create table point_area (
    area_id integer not null,
    period point_period not null,
    starts date not null,
    points integer not null,
    primary key (area_id, period, starts)
  )`,
  // Areas whose boards are too long for counting: how many members have how many points, and the same in buckets of 128.
  `create table point_large (area_id integer primary key)`,
  `create table point_histogram (
    area_id integer not null,
    period point_period not null,
    starts date not null,
    points integer not null,
    n integer not null,
    primary key (area_id, period, starts, points)
  )`,
  `create table point_bucket (
    area_id integer not null,
    period point_period not null,
    starts date not null,
    bucket integer not null,
    n integer not null,
    primary key (area_id, period, starts, bucket)
  )`,

  `create function point_periods(happened timestamptz) returns table (period point_period, starts date)
    language sql immutable as $$
      select name, case name when 'all' then date '1970-01-01'
        else date_trunc(name::text, happened at time zone interval '8 hours')::date end
      from unnest(enum_range(null::point_period)) as name
    $$`,

  // Totals as the ticker has folded them: without what it has not seen yet. One snapshot shows both, so this never jumps.
  `create view point_folded as
    select total.*, total.points - coalesce(pending.amount, 0) as folded
    from point_total total left join (
      select coalesce(home.merged_into, fresh.member_id) as member_id, period, starts, sum(fresh.amount)::integer as amount
      from point_unfolded fresh left join point_home home on home.member_id = fresh.member_id
      cross join lateral point_periods(fresh.at)
      group by 1, 2, 3
    ) pending using (member_id, period, starts)`,
  // What a member adds to the histograms of large areas.
  `create view point_cell as
    select total.member_id, large.area_id, total.period, total.starts, total.folded as points
    from point_folded total
    cross join lateral (values (total.d1), (total.d2), (total.d3), (total.d4)) home (area_id)
    join point_large large on large.area_id = home.area_id
    where total.listed and total.folded > 0`,

  // 1 + those with more on a large area's board: all buckets above, and what lies above within the bucket. The plan is
  // made once: making it takes longer than carrying it out, and it is the right one for every board.
  `create function point_ranks(of_area integer, of_period point_period, of_start date, asked integer[])
      returns table (points integer, rank integer) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query select own.points, 1
        + coalesce((select sum(n) from point_bucket
            where area_id = of_area and period = of_period and starts = of_start and bucket > own.points >> 7), 0)::integer
        + coalesce((select sum(n) from point_histogram
            where area_id = of_area and period = of_period and starts = of_start
              and points > own.points and points < ((own.points >> 7) + 1) << 7), 0)::integer
      from unnest(asked) as own (points);
    end $$`,

  // Held until the transaction ends. Whoever was merged is who they are today.
  `create function hold_point_home(who uuid) returns point_home language plpgsql as $$
    declare home point_home;
    begin
      loop
        select * into home from point_home where member_id = who for share;
        if not found then
          insert into point_home select * from point_home_now where member_id = who on conflict do nothing;
          if not found and not exists (select 1 from point_home where member_id = who) then
            raise exception 'there is no member %', who using errcode = 'foreign_key_violation';
          end if;
          continue;
        end if;
        exit when home.merged_into is null;
        who := home.merged_into;
      end loop;
      return home;
    end $$`,

  `create function count_points(home point_home, organisation integer, place integer, happened timestamptz,
      worth integer, mins integer, helped integer) returns void language plpgsql as $$
    declare
      here timestamp := happened at time zone interval '8 hours';
    begin
      if worth <> 0 or mins <> 0 or helped <> 0 then
        insert into point_total as total (member_id, period, starts, d1, d2, d3, d4, listed, points, minutes, wishes)
        values
          (home.member_id, 'week', date_trunc('week', here)::date, home.d1, home.d2, home.d3, home.d4, home.listed, worth, mins, helped),
          (home.member_id, 'month', date_trunc('month', here)::date, home.d1, home.d2, home.d3, home.d4, home.listed, worth, mins, helped),
          (home.member_id, 'quarter', date_trunc('quarter', here)::date, home.d1, home.d2, home.d3, home.d4, home.listed, worth, mins, helped),
          (home.member_id, 'year', date_trunc('year', here)::date, home.d1, home.d2, home.d3, home.d4, home.listed, worth, mins, helped),
          (home.member_id, 'all', date '1970-01-01', home.d1, home.d2, home.d3, home.d4, home.listed, worth, mins, helped)
        on conflict (member_id, period, starts) do update set
          points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes;
        if organisation is not null then
          insert into point_organisation as total (organisation_id, member_id, period, starts, points, minutes, wishes)
          select organisation, home.member_id, period, starts, worth, mins, helped from point_periods(happened)
          on conflict (period, starts, organisation_id, member_id) do update set
            points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes;
        end if;
      end if;
      if worth <> 0 then
        insert into point_unfolded values (home.root_id, place, home.member_id, happened, worth);
      end if;
    end $$`,

  // One round trip for the whole of it, and plans that are kept. Each of its statements sees what was committed before it:
  // whoever waited for the day's row or for a twin's entry knows what came of that.
  `create function award_points(who uuid, organisation integer, place integer, rule_name text, usual integer, usual_daily integer,
      deed text, happened timestamptz, written timestamptz, actor uuid, mins integer, for_wish uuid, for_action uuid, for_report_in uuid)
      returns table (id bigint, amount integer) language plpgsql as $$
    #variable_conflict use_column
    declare
      home point_home := hold_point_home(who);
      on_day date := (happened at time zone interval '8 hours')::date;
      own jsonb;
      worth integer;
      daily integer;
      so_far integer;
      entry bigint;
    begin
      select above.settings -> 'points' -> rule_name into own
      from area here join area above on above.id = any (here.path)
      where here.id = place and jsonb_typeof(above.settings -> 'points') = 'object'
      order by cardinality(above.path) desc limit 1;
      worth := coalesce((own ->> 'amount')::integer, usual);
      daily := case when own is null then usual_daily else (own ->> 'daily')::integer end;
      if mins is not null then worth := mins * worth / 60; end if;
      if daily is not null then
        insert into point_day as kept (member_id, rule, day, net) values (home.member_id, rule_name, on_day, 0)
        on conflict (member_id, rule, day) do update set net = kept.net returning kept.net into so_far;
        worth := greatest(0, least(worth, daily - so_far));
      end if;
      insert into point_entry as made (root_id, member_id, organisation_id, area_id, rule, amount, minutes, source, at, recorded_at,
        actor_id, wish_id, action_id, report_in_id)
      values (home.root_id, home.member_id, organisation, place, rule_name, worth, mins, deed, happened, written,
        actor, for_wish, for_action, for_report_in)
      on conflict (source) do nothing returning made.id into entry;
      if entry is null then return; end if;
      insert into point_day as kept (member_id, rule, day, net) values (home.member_id, rule_name, on_day, worth)
      on conflict (member_id, rule, day) do update set net = kept.net + excluded.net;
      perform count_points(home, organisation, place, happened, worth, coalesce(mins, 0), (rule_name = 'wish-helped')::integer);
      return query select entry, worth;
    end $$`,

  // Answers nothing for what was taken back before, and for what takes back.
  `create function reverse_points(entry bigint, actor uuid, written timestamptz) returns bigint language plpgsql as $$
    declare
      was point_entry;
      home point_home;
      made bigint;
    begin
      select * into was from point_entry where id = entry and reverses is null;
      if not found then return null; end if;
      home := hold_point_home(was.member_id);
      insert into point_entry (root_id, member_id, organisation_id, area_id, rule, amount, minutes, source, at, recorded_at,
        actor_id, wish_id, action_id, report_in_id, reverses)
      values (was.root_id, was.member_id, was.organisation_id, was.area_id, was.rule, -was.amount, -was.minutes, 'reversal:' || entry,
        was.at, written, actor, was.wish_id, was.action_id, was.report_in_id, entry)
      on conflict do nothing returning id into made;
      if made is null then return null; end if;
      update point_day set net = net - was.amount
      where member_id = home.member_id and rule = was.rule and day = (was.at at time zone interval '8 hours')::date;
      perform count_points(home, was.organisation_id, was.area_id, was.at, -was.amount, -coalesce(was.minutes, 0),
        -(was.rule = 'wish-helped')::integer);
      return made;
    end $$`,
];
