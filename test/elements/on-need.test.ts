import { expect } from 'chai';
import type { ConversationView } from '../../src/conversation/contract.js';
import { onNeed } from '../../src/elements/inputs/on-need.js';

const part = { styles: ':host{--_part:1}' };
const view = () => ({}) as ConversationView;
/** A network that fails as often as it is told to. */
const network = (failures: number) => {
  let asked = 0;
  const get = onNeed(() =>
    asked++ < failures ? Promise.reject(new Error('offline')) : Promise.resolve(part),
  );
  return { get, asked: () => asked };
};
const settled = () => new Promise((resolve) => setTimeout(resolve));
const rootOf = () => {
  const host = document.createElement('div');
  let drawn = 0;
  Object.assign(host, { requestUpdate: () => (drawn += 1) });
  return { root: host.attachShadow({ mode: 'open' }), drawn: () => drawn };
};

describe('a part that is fetched on need', () => {
  it('is fetched once, however often it is asked for', async () => {
    const { get, asked } = network(0);
    const now = view();
    expect([get(now), get(now), get(view())]).to.deep.equal([null, null, null]);
    await settled();
    expect(get(now)).to.equal(part);
    expect(asked()).to.equal(1);
  });

  it('is not fetched by who can do without it', async () => {
    const { get, asked } = network(0);
    expect(get(view(), undefined, false)).to.equal(null);
    expect(asked()).to.equal(0);
    get(view());
    await settled();
    expect(get(view(), undefined, false)).to.equal(part);
  });

  it('draws again when it came, and is dressed once', async () => {
    const { get } = network(0);
    const { root, drawn } = rootOf();
    get(view(), root);
    await settled();
    expect(drawn()).to.equal(1);
    get(view(), root);
    get(view(), root);
    expect(root.adoptedStyleSheets).to.have.length(1);
  });

  it('says when it cannot be had, and tries again once something has happened', async () => {
    const { get, asked } = network(1);
    const { root, drawn } = rootOf();
    const now = view();
    get(now, root);
    await settled();
    expect(drawn(), 'something else is drawn instead').to.equal(1);
    expect([get(now, root), get(now, root)]).to.deep.equal([false, false]);
    expect(asked()).to.equal(1);
    const later = view();
    expect(get(later, root)).to.equal(null);
    await settled();
    expect(get(later, root)).to.equal(part);
    expect(get(now, root), 'and stays').to.equal(part);
  });
});
