import { expect } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import type { FiveMicroAdapter } from '../shared/adapter/adapter.ts';
import { makeAction, makeMySignUp } from '../shared/testing/fake-client.ts';
import { withAdapter } from '../shared/testing/with-adapter.ts';
import { actionsOf, all, area, button, one, reads, still, until } from './testing/set-up.ts';

const came = makeMySignUp({ checkedInAt: '2026-11-23T06:22:00.000Z' });

/** The check-in of an action, opened by its button. */
async function opened(adapter?: FiveMicroAdapter) {
  const action = makeAction({
    startsAt: '2026-11-23T06:30:00.000Z',
    endsAt: '2026-11-23T08:30:00.000Z',
    mine: makeMySignUp(),
    can: ['check-in'],
  });
  const codes: string[] = [];
  const { element } = await actionsOf({
    session: 'signed-in',
    items: [action],
    areas: { get: async () => ({ ...area, settings: { ...area.settings, links: { checkIn: '/in/{id}/{code}' } } }) },
    actions: {
      get: async () => action,
      checkIn: async (_, { code }) => {
        codes.push(code);
        return came;
      },
    },
  });
  withAdapter(element, adapter);
  await until(() => all(element, '.go .btn').length > 0);
  one(element, '.go .btn').click();
  await until(() => all(element, 'fm-action-check-in >>> :is(.scan, input):focus').length === 1, 'nothing has the keyboard');
  return { element, action, codes, link: (id = action.id) => `https://portal.example/in/${id}/482913` };
}

const scan = (element: Element) => all(element, 'fm-action-check-in >>> .scan')[0];

describe('the code on the screen, in an app that has a scanner', () => {
  it('is scanned by one press, which has the keyboard already, and checks in', async () => {
    const answers: { link?: string } = {};
    const { element, codes, link } = await opened({ scanQrCode: async () => answers.link });
    answers.link = link();
    expect(scan(element)?.matches(':focus')).to.equal(true);
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '扫屏幕上的码').click();
    await reads(element, '到了，14:22 记下了');
    expect(codes).to.deep.equal(['482913']);
  });

  it('may be another action’s, or no such code, which is said; the next one is taken', async () => {
    const said = ['https://portal.example/in/another/482913', 'https://pay.example/', ''];
    const { element, codes, link } = await opened({ scanQrCode: async () => said.shift() });
    button(element, '扫屏幕上的码').click();
    await reads(element, '这是另一个行动的签到码');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '扫屏幕上的码').click();
    await reads(element, '请扫签到屏上的那个');
    said[0] = link();
    button(element, '扫屏幕上的码').click();
    await reads(element, '到了，14:22 记下了');
    expect(codes).to.deep.equal(['482913']);
  });

  it('is left alone by whoever comes back without one, and nothing is said', async () => {
    const { element, codes } = await opened({ scanQrCode: async () => null });
    button(element, '扫屏幕上的码').click();
    await until(() => scan(element)?.ariaBusy !== 'true');
    expect(all(element, 'fm-action-check-in >>> [role=alert]')).to.deep.equal([]);
    expect(codes).to.deep.equal([]);
  });

  it('can be typed where the scanner did not open', async () => {
    const { element } = await opened({ scanQrCode: () => Promise.reject(new Error('scanQRCode:fail')) });
    button(element, '扫屏幕上的码').click();
    await reads(element, '没能打开扫码，请输入六位数');
    const field = one<HTMLInputElement>(element, 'fm-action-check-in >>> input');
    field.value = '4';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => all(element, 'fm-action-check-in >>> [role=alert]').length === 0);
  });

  it('is not waited for once somebody has enough of it, as where the app never answers, nor once the sheet is closed', async () => {
    const scans: { signal: AbortSignal; answer: (text: string) => void }[] = [];
    const { element, codes, link } = await opened({
      scanQrCode: ({ signal }) => new Promise((answer) => scans.push({ signal, answer })),
    });
    button(element, '扫屏幕上的码').click();
    await reads(element, '不扫了');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '不扫了').click();
    await reads(element, '扫屏幕上的码');
    expect(scan(element)?.matches(':focus')).to.equal(true);
    button(element, '扫屏幕上的码').click();
    await reads(element, '不扫了');
    scans[0]?.answer(link());
    button(element, '关闭').click();
    await until(() => all(element, 'fm-action-check-in').length === 0);
    expect(scans.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
    scans[1]?.answer(link());
    await until(() => all(element, '.go .btn').length > 0);
    expect(codes).to.deep.equal([]);
  });
});

describe('in a browser that reads codes by itself', () => {
  const { mediaDevices } = navigator;
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'BarcodeDetector');
    Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
  });

  /** A camera that shows a moving picture, in which the detector finds a code after a while. */
  function camera(getUserMedia: () => Promise<MediaStream>) {
    const found = { text: '' };
    Reflect.set(
      globalThis,
      'BarcodeDetector',
      class {
        static getSupportedFormats = async () => ['qr_code'];
        detect = async () => (found.text ? [{ rawValue: found.text }] : []);
      },
    );
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
    return found;
  }

  function moving(): MediaStream {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    const stream = canvas.captureStream(30);
    const draw = (): void => {
      context?.fillRect(Math.random() * 300, 0, 9, 9);
      if (stream.active) requestAnimationFrame(draw);
    };
    draw();
    return stream;
  }

  it('the camera is on until the code is found', async () => {
    const stream = moving();
    const found = camera(async () => stream);
    const { element, codes, link } = await opened();
    button(element, '扫屏幕上的码').click();
    await until(() => all(element, 'video').length === 1);
    await reads(element, '不扫了');
    await still(element);
    await expect(element).to.be.accessible();
    found.text = link();
    await reads(element, '到了，14:22 记下了');
    expect(codes).to.deep.equal(['482913']);
    expect(stream.active).to.equal(false);
  });

  it('the camera is off once somebody has enough of it, or closes the sheet', async () => {
    const streams: MediaStream[] = [];
    camera(async () => {
      streams.push(moving());
      return streams.at(-1)!;
    });
    const { element } = await opened();
    button(element, '扫屏幕上的码').click();
    await reads(element, '不扫了');
    button(element, '不扫了').click();
    await until(() => all(element, 'video').length === 0);
    button(element, '扫屏幕上的码').click();
    await until(() => streams.length === 2);
    button(element, '关闭').click();
    await until(() => all(element, 'fm-action-check-in').length === 0);
    expect(streams.map(({ active }) => active)).to.deep.equal([false, false]);
  });

  it('who gives no camera is told to type', async () => {
    camera(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const { element } = await opened();
    button(element, '扫屏幕上的码').click();
    await reads(element, '相机用不了，请输入六位数');
  });
});

it('without a scanner and without such a browser there is no button', async () => {
  const { element } = await opened({});
  expect(scan(element)).to.equal(undefined);
});
