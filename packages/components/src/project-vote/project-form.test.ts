import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { NewProject } from '@five-micro/sdk';
import { FiveMicroError } from '@five-micro/sdk';
import { beforeEach, describe, it } from 'vitest';
import { fakeClient } from '../shared/testing/fake-client.ts';
import './project-form.define.ts';
import type { FmProjectForm } from './project-form.ts';
import { fenOf, readValues } from './project-form-values.ts';
import { makeProject } from './testing/data.ts';
import { all, area, button, me, reads, still, until } from './testing/set-up.ts';

beforeEach(() => {
  localStorage.clear();
});

const opened = async (post: (body: NewProject) => Promise<ReturnType<typeof makeProject>>) => {
  const client = fakeClient({
    session: 'signed-in',
    areas: { get: async () => area },
    me: { get: async () => me },
    projects: { post: (body) => post(body) },
  });
  const element = await fixture<FmProjectForm>(html`<fm-project-form .client=${client}></fm-project-form>`);
  await reads(element, '提的人写作“张**”');
  return element;
};

const write = (element: Element, name: string, value: string) => {
  const [field] = all(element, `#${name}`);
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) throw new Error(`no field ${name}`);
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

const filled = (element: Element) => {
  write(element, 'title', '楼门口修一条慢坡道');
  write(element, 'story', '轮椅上不来。');
  write(element, 'place', '8 幢');
  write(element, 'cost', '9.6万');
};

describe('the form for a proposal', () => {
  it('reads sums of money as people write them', () => {
    expect(['96000', '96,000 元', '9.6万', '¥ 12.5', '0', '-3', '很多', ''].map(fenOf)).to.deep.equal([
      9_600_000,
      9_600_000,
      9_600_000,
      1250,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes no draft for what some script left there', () => {
    expect(readValues('x')).to.equal(undefined);
    expect(readValues({ title: 3, photos: [1, { id: 'a', url: 'b' }] })).to.deep.equal({
      title: '',
      story: '',
      place: '',
      cost: '',
      photos: [{ id: 'a', url: 'b' }],
    });
  });

  it('says what is missing, hands in what is complete, and says what happens next', async () => {
    const sent: NewProject[] = [];
    const element = await opened(async (body) => {
      sent.push(body);
      return makeProject({ status: 'proposed' });
    });
    button(element, '交给社工看').click();
    await reads(element, '写一个大于 0 的数');
    filled(element);
    await reads(element, '就是 9.6 万元');
    await still(element);
    await expect(element).to.be.accessible();
    const posted = oneEvent(element, 'fm-project-posted');
    button(element, '交给社工看').click();
    await posted;
    await reads(element, '社工看过就会写在“大家提的”里');
    expect(sent).to.deep.equal([{ title: '楼门口修一条慢坡道', story: '轮椅上不来。', place: '8 幢', cost: 9_600_000 }]);
    expect(localStorage).to.have.length(0);
  });

  it('is not sent by the key that confirms a word', async () => {
    const element = await opened(async () => makeProject());
    const [field] = all(element, '#title');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    field?.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
  });

  it('keeps a draft over a reload, and what the server says stands at its field', async () => {
    const first = await opened(async () => makeProject());
    filled(first);
    await until(() => localStorage.length === 1, 'it is kept');
    first.remove();
    const again = await opened(async () =>
      Promise.reject(
        new FiveMicroError('request.invalid', {
          status: 422,
          message: '',
          fields: [{ path: 'place', code: 'too-long', message: '地点太长了' }],
        }),
      ),
    );
    await reads(again, '的草稿写');
    button(again, '交给社工看').click();
    await reads(again, '地点太长了');
  });
});
