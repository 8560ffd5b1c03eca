import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import './sheet.define.ts';
import type { FmSheet } from './sheet.ts';

const inside = (sheet: FmSheet, selector: string): HTMLElement => {
  const found = sheet.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

async function longSheet(mode = 'normal') {
  await page.viewport(390, 600);
  const sheet = await fixture<FmSheet>(
    html`<fm-sheet open heading="三楼走道的灯坏了" heading-hidden mode=${mode}>
      ${Array.from({ length: 60 }, (_, i) => html`<p><button id="b${i}">第 ${i} 行</button></p>`)}
    </fm-sheet>`,
  );
  await sheet.updateComplete;
  return { sheet, bar: inside(sheet, '.bar'), scroll: inside(sheet, '.scroll'), close: inside(sheet, '.close') };
}

describe('a sheet', () => {
  it('lets its content show under the bar until something has moved under it, then makes the bar solid and says what is open', async () => {
    const { sheet, bar, scroll } = await longSheet();
    const clear = 'rgba(0, 0, 0, 0)';
    expect(getComputedStyle(bar).backgroundColor).to.equal(clear);
    scroll.scrollTop = 200;
    await waitUntil(() => getComputedStyle(bar).backgroundColor !== clear);
    expect(getComputedStyle(bar).backgroundColor).to.equal(getComputedStyle(inside(sheet, 'dialog')).backgroundColor);
    expect(bar.textContent.trim()).to.equal('三楼走道的灯坏了');
    scroll.scrollTop = 0;
    await waitUntil(() => getComputedStyle(bar).backgroundColor === clear);
  });

  it.each(['normal', 'elder'])('holds its close button and its grip within the bar in %s mode', async (mode) => {
    const { sheet, bar, close } = await longSheet(mode);
    const { bottom } = bar.getBoundingClientRect();
    expect(close.getBoundingClientRect().bottom).to.be.at.most(bottom);
    expect(inside(sheet, '.grip').getBoundingClientRect().bottom).to.be.at.most(bottom);
    expect(close.getBoundingClientRect().height).to.be.at.least(mode === 'elder' ? 60 : 44);
  });

  it('never leaves what has the keyboard under the bar', async () => {
    const { sheet, bar, scroll } = await longSheet();
    scroll.scrollTop = scroll.scrollHeight;
    const row = sheet.querySelector<HTMLElement>('#b20');
    row?.focus();
    row?.scrollIntoView({ block: 'start' });
    await waitUntil(() => bar.classList.contains('solid'));
    expect(row?.getBoundingClientRect().top).to.be.at.least(bar.getBoundingClientRect().bottom);
  });
});
