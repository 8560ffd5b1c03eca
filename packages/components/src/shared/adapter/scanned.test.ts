import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { readScanned } from './scanned.ts';

const id = '0199-a';
const template = '/actions.html?action={id}&code={code}';

describe('what a check-in screen’s code says', () => {
  it('are six digits, by the address that it was made from', () => {
    for (const said of [
      'https://portal.example/actions.html?action=0199-a&code=482913',
      ' https://portal.example/actions.html?action=0199-a&code=482913\n',
      '482913',
      '４８２９１３',
    ])
      expect(readScanned(said, { id, template }), said).to.deep.equal({ code: '482913' });
    expect(
      readScanned('https://m.example/a/0199-a/in/482913', { id, template: 'https://m.example/a/{id}/in/{code}' }),
    ).to.deep.equal({ code: '482913' });
  });

  it('are found where the area names no page, or another one by now', () => {
    const said = 'https://portal.example/old.html?action=0199-a&code=482913';
    expect(readScanned(said, { id })).to.deep.equal({ code: '482913' });
    expect(readScanned(said, { id, template })).to.deep.equal({ code: '482913' });
  });

  it('can be another action’s, or nothing of ours', () => {
    expect(readScanned('https://portal.example/actions.html?action=0199-b&code=482913', { id, template })).to.equal(
      'other-action',
    );
    for (const said of [
      'https://pay.example/?x=1',
      'CODE_128,6901028',
      '48291',
      'https://portal.example/actions.html?action=0199-a&code=',
    ])
      expect(readScanned(said, { id, template }), said).to.equal('other');
  });
});
