import { fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
export const problem = (status: number, code: string, detail: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: detail, status, detail, code, requestId: 'req-1' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

export const panelIn = (root: ParentNode) =>
  root.querySelector('fm-community')?.shadowRoot?.querySelector('fm-doctor')?.shadowRoot;
export const linesIn = (root: ParentNode, sign: string) =>
  [...(panelIn(root)?.querySelectorAll(`li.${sign}`) ?? [])].map((line) => line.textContent.replace(/\s+/g, ' ').trim());

/** What the panel says of a page, once it has looked. */
export async function says(page: TemplateResult) {
  const root = await fixture(html`<main>${page}</main>`);
  await waitUntil(() => panelIn(root)?.querySelector('li'), 'the doctor has looked', { timeout: 5_000 });
  const lines = () => ({
    wrong: linesIn(root, 'wrong'),
    caution: linesIn(root, 'caution'),
    fine: linesIn(root, 'fine'),
    skipped: linesIn(root, 'skipped'),
  });
  return { root, lines, ...lines() };
}
