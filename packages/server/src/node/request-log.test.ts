import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { logged, routeOf } from './request-log.ts';

describe('the request log', () => {
  it.each([
    ['/api/v1/areas/yikang/wishes', '/api/v1/areas/{area}/wishes'],
    ['/api/v1/wishes/0190a1b2-0000-7000-8000-000000000001/claim', '/api/v1/wishes/{id}/claim'],
    ['/api/v1/uploads/0190a1b2-0000-7000-8000-000000000001', '/api/v1/uploads/{id}'],
    ['/api/v1/areas/yikang/live', '/api/v1/areas/{area}/live'],
    ['/api/v1/me/export', '/api/v1/me/export'],
    ['/api/v1/members/0190a1b2-0000-7000-8000-000000000001/merge', '/api/v1/members/{id}/merge'],
    ['/api/v1/report-ins/0190a1b2-0000-7000-8000-000000000001/decline', '/api/v1/report-ins/{id}/decline'],
    ['/api/v1/organisations/wang-guifang/representatives', '/api/v1/organisations/{slug}/representatives'],
    ['/api/v1/areas/yikang/members', '/api/v1/areas/{area}/members'],
    ['/api/v1/areas/yikang/members/13812348000', '/api/*'],
    ['/api/v1/13812348000', '/api/*'],
    ['/embed/v/abc/wish-wall.js', '/embed/*'],
    ['/readyz', '/readyz'],
    ['/13812348000', '/*'],
  ])('names the route of %s and nothing that stood in it', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });

  it('has no name, number or token of a search on the desk', async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    const query = new URLSearchParams({ q: '曾国藩 13812348000', cursor: 'secret' });
    const request = new Request(`http://localhost/api/v1/areas/yikang/members?${query}`, {
      headers: { authorization: 'Bearer secret' },
    });
    await logged(log, request, async () => new Response(null, { status: 200 }));
    expect(lines.join('')).toContain('/api/v1/areas/{area}/members"');
    expect(lines.join('')).not.toMatch(/曾|%E6|138|secret/);
  });

  it('writes one line of JSON with what was asked, how it went and under which id', async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    const request = new Request('http://localhost/api/v1/me?q=secret', { headers: { authorization: 'Bearer secret' } });
    await logged(log, request, async () => new Response(null, { status: 401, headers: { 'x-request-id': 'r1' } }));
    const line: unknown = JSON.parse(lines.join(''));
    const facts = { method: 'GET', route: '/api/v1/me', status: 401, requestId: 'r1' };
    expect(line).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'info', message: 'request', ...facts });
    expect(lines.join('')).not.toContain('secret');
  });
});
