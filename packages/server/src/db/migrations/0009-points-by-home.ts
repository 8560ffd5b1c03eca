import { type Kysely, sql } from 'kysely';

/**
 * Totals know the area of a member's home and no longer the path to it, so one index serves the boards of every level:
 * an award adds five lines to it, where it added five for each level. A board above a community is merged from those of
 * the homes below it. With a million members an award took a third less time for it (`npm run bench -- leaderboard`).
 *
 * What a day's cap leaves is summed from the ledger, where it was kept in a row for each member, rule and day.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const byHome = (table: string) => [
  `alter table ${table} add column home_id integer`,
  `update ${table} set home_id = coalesce(d4, d3, d2, d1)`,
  `alter table ${table} drop column d1, drop column d2, drop column d3, drop column d4`,
];

/**
 * Adds `worth` points, `served` minutes and `helped` wishes to what `home` has in the periods of `happened`. Written into
 * each function that counts: a call of another one is felt by every award.
 */
const counted = `
      if worth <> 0 or served <> 0 or helped <> 0 then
        insert into point_total as total (member_id, period, starts, home_id, listed, points, minutes, wishes)
        values
          (home.member_id, 'week', date_trunc('week', here)::date, home.home_id, home.listed, worth, served, helped),
          (home.member_id, 'month', date_trunc('month', here)::date, home.home_id, home.listed, worth, served, helped),
          (home.member_id, 'quarter', date_trunc('quarter', here)::date, home.home_id, home.listed, worth, served, helped),
          (home.member_id, 'year', date_trunc('year', here)::date, home.home_id, home.listed, worth, served, helped),
          (home.member_id, 'all', date '1970-01-01', home.home_id, home.listed, worth, served, helped)
        on conflict (member_id, period, starts) do update set
          points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes;
        if organisation is not null then
          insert into point_organisation as total (organisation_id, member_id, period, starts, points, minutes, wishes)
          select organisation, home.member_id, period, starts, worth, served, helped from point_periods(happened)
          on conflict (period, starts, organisation_id, member_id) do update set
            points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes;
        end if;
      end if;
      if worth <> 0 then
        insert into point_unfolded values (home.root_id, place, home.member_id, happened, worth);
      end if;`;

const statements = [
  `drop view point_cell`,
  `drop view point_folded`,
  `drop view point_home_now`,
  ...byHome('point_home'),
  ...byHome('point_total'),
  `drop table point_day`,
  `drop function count_points`,
  // Room for the next version of a row on its own page.
  `alter table point_total set (fillfactor = 85)`,

  // Who is listed and has points, by home. Whoever did not opt in costs no index.
  `create index point_board on point_total (home_id, period, starts, points, member_id)
    where listed and points > 0 and home_id is not null`,

  `create view point_home_now as
    select member.id as member_id, member.root_id, member.area_id as home_id,
      coalesce(consent.ranking <> 'off', false) and member.erased_at is null and member.merged_into is null as listed,
      member.merged_into
    from member left join consent on consent.member_id = member.id`,
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
    from point_folded total join area home on home.id = total.home_id
    cross join lateral unnest(home.path) above (area_id)
    join point_large large on large.area_id = above.area_id
    where total.listed and total.folded > 0`,

  // Held until the transaction ends. Whoever was merged is who they are today.
  `create or replace function hold_point_home(who uuid) returns point_home language plpgsql as $$
    declare home point_home;
    begin
      loop
        select * into home from point_home where member_id = who for share;
        if not found then
          insert into point_home (member_id, root_id, home_id, listed, merged_into)
          select member_id, root_id, home_id, listed, merged_into from point_home_now where member_id = who on conflict do nothing;
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

  // One round trip for the whole of it, and plans that are kept. Each of its statements sees what was committed before
  // it: whoever waited for the day's lock or for a twin's entry knows what came of that.
  `create or replace function award_points(who uuid, organisation integer, place integer, rule_name text, usual integer,
      usual_daily integer, deed text, happened timestamptz, written timestamptz, actor uuid, mins integer, for_wish uuid,
      for_action uuid, for_report_in uuid)
      returns table (id bigint, amount integer) language plpgsql as $$
    #variable_conflict use_column
    declare
      home point_home;
      here timestamp := happened at time zone interval '8 hours';
      today timestamp := date_trunc('day', here);
      own jsonb;
      worth integer;
      daily integer;
      served integer := coalesce(mins, 0);
      helped integer := (rule_name = 'wish-helped')::integer;
    begin
      select * into home from point_home where member_id = who for share;
      if home.member_id is null or home.merged_into is not null then home := hold_point_home(who); end if;
      select above.settings -> 'points' -> rule_name into own
      from area here join area above on above.id = any (here.path)
      where here.id = place and jsonb_typeof(above.settings -> 'points') = 'object'
      order by cardinality(above.path) desc limit 1;
      worth := coalesce((own ->> 'amount')::integer, usual);
      daily := case when own is null then usual_daily else (own ->> 'daily')::integer end;
      if mins is not null then worth := mins * worth / 60; end if;
      if daily is not null then
        -- Two that would share what is left of one cap take turns. Two others whose keys meet wait for nothing, and are right.
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', home.member_id, rule_name, today), 0));
        worth := greatest(0, least(worth, daily - (
          select coalesce(sum(amount), 0)::integer from point_entry
          where member_id in (select home.member_id union all select member_id from point_home where merged_into = home.member_id)
            and rule = rule_name
            and at >= today at time zone interval '8 hours' and at < (today + interval '1 day') at time zone interval '8 hours')));
      end if;
      insert into point_entry as made (root_id, member_id, organisation_id, area_id, rule, amount, minutes, source, at, recorded_at,
        actor_id, wish_id, action_id, report_in_id)
      values (home.root_id, home.member_id, organisation, place, rule_name, worth, mins, deed, happened, written,
        actor, for_wish, for_action, for_report_in)
      on conflict (source) do nothing returning made.id into id;
      if id is null then return; end if;
      ${counted}
      amount := worth;
      return next;
    end $$`,

  // Answers nothing for what was taken back before, and for what takes back.
  `create or replace function reverse_points(entry bigint, actor uuid, written timestamptz) returns bigint language plpgsql as $$
    #variable_conflict use_column
    declare
      was point_entry;
      made bigint;
      home point_home;
      organisation integer;
      place integer;
      happened timestamptz;
      here timestamp;
      worth integer;
      served integer;
      helped integer;
    begin
      select * into was from point_entry where point_entry.id = entry and reverses is null;
      if not found then return null; end if;
      insert into point_entry (root_id, member_id, organisation_id, area_id, rule, amount, minutes, source, at, recorded_at,
        actor_id, wish_id, action_id, report_in_id, reverses)
      values (was.root_id, was.member_id, was.organisation_id, was.area_id, was.rule, -was.amount, -was.minutes, 'reversal:' || entry,
        was.at, written, actor, was.wish_id, was.action_id, was.report_in_id, entry)
      on conflict do nothing returning id into made;
      if made is null then return null; end if;
      home := hold_point_home(was.member_id);
      organisation := was.organisation_id;
      place := was.area_id;
      happened := was.at;
      here := happened at time zone interval '8 hours';
      worth := -was.amount;
      served := -coalesce(was.minutes, 0);
      helped := -(was.rule = 'wish-helped')::integer;
      ${counted}
      return made;
    end $$`,
];
