import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { render } from 'lit';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import './toast.define.ts';
import { FmToast } from './toast.ts';

describe('a toast', () => {
  it.each([320, 390, 1200])('keeps its close button at the end of the first line at %i px, whatever it says', async (width) => {
    await page.viewport(width, 700);
    const toast = await fixture<FmToast>(
      html`<fm-toast text="请先登录，接着就办；登录以后会回到这里，刚才写的都还在" tone="bad"><button>去登录</button></fm-toast>`,
    );
    const box = toast.shadowRoot?.querySelector('.toast')?.getBoundingClientRect();
    const close = toast.shadowRoot?.querySelector('.icon-btn')?.getBoundingClientRect();
    const said = toast.shadowRoot?.querySelector('.said > span')?.getBoundingClientRect();
    if (!box || !close || !said) throw new Error('the toast is not there');
    expect(close.top - box.top).to.be.lessThan(20);
    expect(box.right - close.right).to.be.lessThan(20);
    expect(close.left).to.be.at.least(said.right);
    expect(box.right).to.be.at.most(width);
  });

  it('is in sight also where a box that is measured holds what is fixed in it', async () => {
    await page.viewport(390, 700);
    const root = await fixture<HTMLElement>(html`<div><fm-toast text="网络不通" tone="bad"></fm-toast></div>`);
    root.style.contain = 'layout';
    root.style.height = '4000px';
    const toast = root.querySelector('fm-toast');
    const box = toast?.shadowRoot?.querySelector('.toast')?.getBoundingClientRect();
    expect(box?.bottom).to.be.within(600, 700);
  });

  it.each([
    { what: 'a main act of its element', bottom: '20px', top: 16 },
    { what: 'what has the focus', bottom: '20px', focused: true, top: 16 },
    { what: 'nothing', bottom: '300px', top: 630 },
  ])('stands at the lower edge, at the upper one where it would lie over $what', async ({ bottom, focused, top }) => {
    await page.viewport(390, 700);
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = root.attachShadow({ mode: 'open' });
    const act = Object.assign(document.createElement('button'), { className: 'primary', textContent: '许第一个心愿' });
    Object.assign(act.style, { position: 'fixed', bottom });
    (focused ? document.body : shadow).append(act);
    if (focused) act.focus();
    render(html`<fm-toast text="请先登录，接着就办" tone="bad"><button class="primary">去登录</button></fm-toast>`, shadow);
    const toast = shadow.querySelector('fm-toast');
    await toast?.updateComplete;
    const box = toast?.shadowRoot?.querySelector('.toast')?.getBoundingClientRect();
    act.remove();
    expect(box?.top).to.be.closeTo(top, 2);
  });

  it('is above all else, and goes by itself, also after the page has moved it', async () => {
    const { stay } = FmToast;
    FmToast.stay = 0.05;
    try {
      const root = await fixture<HTMLElement>(html`<div><fm-toast text="记下了"></fm-toast></div>`);
      const toast = root.querySelector('fm-toast');
      const place = document.createElement('section');
      root.append(place);
      if (toast) place.append(toast);
      await toast?.updateComplete;
      expect(toast?.shadowRoot?.querySelector('.toast:popover-open')).to.be.instanceOf(HTMLElement);
      await oneEvent(toast!, 'fm-toast-close');
    } finally {
      FmToast.stay = stay;
    }
  });
});
