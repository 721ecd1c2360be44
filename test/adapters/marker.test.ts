import { expect } from 'chai';
import { storageMarker } from '../../src/adapters/marker.js';

const blocked = (): Storage => {
  throw new DOMException('blocked', 'SecurityError');
};
const full = (area: Storage) => () =>
  ({
    getItem: (key: string) => area.getItem(key),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  }) as unknown as Storage;

describe('marker', () => {
  const clear = () => {
    localStorage.clear();
    sessionStorage.clear();
  };
  beforeEach(clear);
  after(clear);

  it('is not set until it is, and then on every page', () => {
    const marker = storageMarker();
    expect(marker.isSet()).to.equal(false);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    marker.set();
    marker.set();
    expect(storageMarker().isSet()).to.equal(true);
    expect(Object.entries(localStorage)).to.deep.equal([['warmlead', '1']]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('goes to the tab where the device has no room', () => {
    storageMarker([full(localStorage), () => sessionStorage]).set();
    expect(sessionStorage.getItem('warmlead')).to.equal('1');
    expect(storageMarker().isSet()).to.equal(true);
  });

  it('holds for this page where everything is blocked', () => {
    const marker = storageMarker([blocked, blocked]);
    expect(marker.isSet()).to.equal(false);
    marker.set();
    expect(marker.isSet()).to.equal(true);
    expect(storageMarker().isSet()).to.equal(false);
  });
});
