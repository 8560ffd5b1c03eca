import pg from 'pg';

/** The address of another database of the same PostgreSQL. */
export const databaseAt = (cluster: string, name: string): string => Object.assign(new URL(cluster), { pathname: name }).href;

/** One statement beside whatever else is open, as to make a database and to drop it. */
export async function onCluster(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    await client.query(statement);
  } catch (error) {
    throw error instanceof pg.DatabaseError && error.code === notAllowed ? unprivileged(client.user) : error;
  } finally {
    await client.end();
  }
}

const notAllowed = '42501';

/** For whoever has named a database of theirs: where the code was does not help them. */
function unprivileged(role = ''): Error {
  const words = `TEST_DATABASE_URL needs a role with CREATEDB, as every test file has a database of its own: alter role "${role}" createdb.`;
  return Object.assign(new Error(words), { stack: words });
}
