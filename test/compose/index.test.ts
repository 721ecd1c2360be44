import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

describe('the npm package', () => {
  it('can be imported on a server, and changes nothing there', async () => {
    const before = Object.getOwnPropertyNames(globalThis).sort();
    const warmlead = await import('../../src/index.js');
    assert.equal(typeof warmlead.composeConversation, 'function');
    assert.equal(typeof warmlead.WarmleadChat, 'function');
    // What Lit's server build leaves there; nothing of ours.
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    assert.deepEqual(
      added.filter((name) => !/^(?:lit[A-Z]|reactiveElement|customElements$)/.test(name)),
      [],
    );
    assert.equal(globalThis.customElements?.get('warmlead-chat'), undefined);
  });

  it('gives the chat its conversations where it is defined, also where nothing can be registered', async () => {
    const { WarmleadChat } = await import('../../src/index.js');
    await import('../../src/define.js');
    assert.equal(typeof WarmleadChat.compose, 'function');
  });
});
