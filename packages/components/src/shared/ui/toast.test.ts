import { expect, fixture, html, oneEvent } from '@open-wc/testing';
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
    [
      'a main act of the element it belongs to',
      '<button class="primary" style="position: fixed; bottom: 20px">许第一个心愿</button>',
      '',
    ],
    ['what has the focus', '', '<button style="position: fixed; bottom: 20px">我来帮 TA</button>'],
    ['', '<button class="primary" style="position: fixed; bottom: 300px">许个心愿</button>', ''],
  ])('never lies over anything that matters: %s', async (covered, inside, outside) => {
    await page.viewport(390, 700);
    const root = await fixture<HTMLElement>(html`<div><div class="host"></div></div>`);
    root.insertAdjacentHTML('beforeend', outside);
    root.querySelector('button')?.focus();
    const host = root.querySelector('.host')?.attachShadow({ mode: 'open' });
    if (!host) throw new Error('no host');
    host.innerHTML = inside;
    const toast = document.createElement('fm-toast');
    toast.text = '请先登录，接着就办';
    toast.innerHTML = '<button class="primary">去登录</button>';
    host.append(toast);
    await toast.updateComplete;
    const box = toast.shadowRoot?.querySelector('.toast')?.getBoundingClientRect();
    if (covered) expect(box?.top).to.equal(16);
    else expect(box?.bottom).to.equal(684);
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
