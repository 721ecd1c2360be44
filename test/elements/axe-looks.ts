import { expect } from 'chai';
import type { AxeWindow, Look } from './axe-stage.js';
import { states } from './states.js';

/** A page as wide as the frame, so that it is the same in all engines: one of them cannot be made narrow. */
export const frameOf = async (width: number): Promise<AxeWindow> => {
  const frame = document.createElement('iframe');
  frame.title = `${width} px`;
  frame.width = String(width);
  frame.height = '720';
  frame.srcdoc =
    '<!doctype html><html lang="en"><title>Kestrel</title><meta name="viewport" content="width=device-width"><main><h1>Kestrel</h1><p>Freezer alarms.</p></main><script type="module" src="/test/elements/axe-stage.ts"></script></html>';
  document.body.append(frame);
  for (;;) {
    const page = frame.contentWindow as AxeWindow | null;
    if (page?.faultsOf) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Every state at a width and in a scheme, in both directions. */
export const itHasNoFaults = (width: number, scheme: Look['scheme']): void => {
  describe(`accessibility at ${width} px, ${scheme}, both directions`, () => {
    let page: AxeWindow;
    before(async function () {
      this.timeout(60_000);
      page = await frameOf(width);
    });
    after(() => page.frameElement?.remove());

    for (const state of Object.keys(states)) {
      it(`has no fault in the state “${state}”`, async () => {
        const faults = [
          ...(await page.faultsOf({ state, scheme })),
          ...(await page.faultsOf({ state, scheme, locale: 'ar' })),
        ];
        expect(faults).to.deep.equal([]);
      }).timeout(60_000);
    }
  });
};
