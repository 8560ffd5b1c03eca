import type { Blobs } from '../ports.ts';

/** Pictures in the database, beside their facts: one thing to back up, and gone with its row. */
export const databaseBlobs: Blobs = {
  async put(db, uploadId, data) {
    await db.insertInto('blob').values({ upload_id: uploadId, data }).execute();
  },
  async get(db, uploadId) {
    const row = await db.selectFrom('blob').select('data').where('upload_id', '=', uploadId).executeTakeFirst();
    return row?.data;
  },
  async delete(db, uploadIds) {
    if (uploadIds.length > 0) await db.deleteFrom('blob').where('upload_id', 'in', uploadIds).execute();
  },
};
