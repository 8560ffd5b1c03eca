import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/**
 * Goes on when somebody waits for what this transaction holds. Where there is one connection only, nobody can be seen to
 * wait: the other has not begun, and after some looks it goes on as well.
 */
export async function someoneWaits(holder: Db): Promise<void> {
  const blocked = sql`select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;
  for (let look = 0; look < 500; look += 1) if ((await blocked.execute(holder)).rows.length > 0) return;
}
