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
    marker.clear();
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    marker.set();
    marker.set();
    expect(storageMarker().isSet()).to.equal(true);
    expect(storageMarker().isSet('leads')).to.equal(false);
    expect(Object.entries(localStorage)).to.deep.equal([['warmlead', '1']]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('says whether leads are kept, whatever is kept besides', () => {
    storageMarker().set('leads');
    storageMarker().set();
    expect(localStorage.getItem('warmlead')).to.equal('2');
    expect(storageMarker().isSet('leads')).to.equal(true);
  });

  it('goes with the last of what is kept, and takes along what hangs on it', () => {
    sessionStorage.setItem('warmlead:open', '1');
    sessionStorage.setItem('theirs', '1');
    storageMarker().set();
    storageMarker().clear();
    expect(localStorage.length).to.equal(0);
    expect(Object.keys(sessionStorage)).to.deep.equal(['theirs']);
  });

  it('stays as long as leads are kept, and says so no more once they are gone', () => {
    storageMarker().set('leads');
    storageMarker().clear();
    expect(storageMarker().isSet('leads')).to.equal(true);
    sessionStorage.setItem('warmlead:conversation:demo', '{}');
    storageMarker().clear('leads');
    expect(localStorage.getItem('warmlead')).to.equal('1');
    sessionStorage.clear();
    storageMarker().clear();
    expect(localStorage.length).to.equal(0);
  });

  it('goes to the tab where the device has no room, and from there', () => {
    storageMarker([full(localStorage), () => sessionStorage]).set();
    expect(sessionStorage.getItem('warmlead')).to.equal('1');
    expect(storageMarker().isSet()).to.equal(true);
    storageMarker().clear();
    expect(sessionStorage.length).to.equal(0);
  });

  it('holds for this page where everything is blocked', () => {
    const marker = storageMarker([blocked, blocked]);
    expect(marker.isSet()).to.equal(false);
    marker.set();
    expect(marker.isSet()).to.equal(true);
    expect(marker.isSet('leads')).to.equal(false);
    expect(storageMarker().isSet()).to.equal(false);
    marker.clear();
    expect(marker.isSet()).to.equal(false);
  });
});
