import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { ResourceController } from './resource.ts';

/** A resource whose answers come when the test says so. */
function asked() {
  const answers: ((value: string) => void)[] = [];
  const host = Object.assign(document.createElement('div'), {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  });
  document.body.append(host);
  let key = 'one';
  const resource = new ResourceController<string>(host, {
    key: () => [key],
    load: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const ask = (next = key) => {
    key = next;
    resource.hostUpdate();
  };
  ask();
  return { resource, answers, ask };
}

describe('what is put in place while an answer is on its way', () => {
  it('is not undone by that answer, which may be older: it is asked again', async () => {
    const { resource, answers } = asked();
    answers[0]?.('before');
    await resource.settled;
    const reloaded = resource.reload();
    resource.replace('after the act');
    answers[1]?.('before');
    await Promise.resolve();
    await Promise.resolve();
    expect(resource.value).to.equal('after the act');
    expect(answers.length).to.equal(3);
    answers[2]?.('and what others did');
    await reloaded;
    expect(resource.value, 'whoever waits for the reload waits for the later answer').to.equal('and what others did');
  });

  it('gives way to the answer to another question', async () => {
    const { resource, answers, ask } = asked();
    answers[0]?.('before');
    await resource.settled;
    ask('two');
    resource.replace('one that changed meanwhile');
    answers[1]?.('the other list');
    await resource.settled;
    expect(resource.value).to.equal('the other list');
    expect(answers.length).to.equal(2);
  });
});
