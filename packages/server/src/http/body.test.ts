import { expect, it } from 'vitest';
import { readBytes } from './body.ts';

it('a body that breaks off is the sender’s doing: it is refused, and is no failure for the log', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(3)),
    pull: (controller) => controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  });
  const request = new Request('http://api.test/uploads', { method: 'POST', body, ...{ duplex: 'half' } });
  await expect(readBytes(request, 10)).rejects.toMatchObject({ name: 'Refusal', code: 'request.unreadable' });
});
