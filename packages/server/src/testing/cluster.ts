import pg from 'pg';

/** The address of another database of the same PostgreSQL. */
export const databaseAt = (cluster: string, name: string): string => Object.assign(new URL(cluster), { pathname: name }).href;

/** One statement beside whatever else is open, as to make a database and to drop it. */
export async function onCluster(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
