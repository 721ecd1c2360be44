/**
 * A visitor who has nothing but the accessibility tree: roles and names, as a screen reader or an automatic
 * assistant gets them. Chromium alone hands out its tree; the widget's own roles are the same in every engine.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch, type CDPSession } from 'puppeteer-core';
import { chromiumArguments, engines } from '../support/engines.js';
import { installedBrowsers } from '../support/installed.mjs';
import { startStage } from '../support/widget-page.js';

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly node: number;
}

const hear = async (session: CDPSession): Promise<readonly Heard[]> => {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored, backendDOMNodeId }) => !ignored && backendDOMNodeId !== undefined)
    .map(({ role, name, backendDOMNodeId }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      node: backendDOMNodeId ?? 0,
    }));
};

/** Listens until something of that role and name is there. */
const findHeard = async (session: CDPSession, role: string, name: string): Promise<Heard> => {
  for (const end = performance.now() + 30_000; ;) {
    const all = await hear(session);
    const found = all.findLast((one) => one.role === role && one.name.startsWith(name));
    if (found) return found;
    if (performance.now() > end)
      throw new Error(
        `No ${role} “${name}”. Heard: ${all.map((one) => `${one.role} “${one.name}”`).join(', ')}`,
      );
  }
};

describe('a visitor who has only the accessibility tree', () => {
  it(
    'is qualified and sends, without a glance at the page',
    { skip: !engines.includes('chromium') },
    async () => {
      const stage = await startStage();
      const browser = await launch({
        headless: true,
        executablePath: installedBrowsers().chromium ?? '',
        args: [...chromiumArguments],
      });
      try {
        const page = await browser.newPage();
        await page.goto(stage.url);
        const session = await page.createCDPSession();
        await session.send('Accessibility.enable');
        const press = async (name: string, role = 'button') => {
          await session.send('DOM.focus', { backendNodeId: (await findHeard(session, role, name)).node });
          await page.keyboard.press('Enter');
        };
        const write = async (name: string, text: string) => {
          await session.send('DOM.focus', {
            backendNodeId: (await findHeard(session, 'textbox', name)).node,
          });
          await page.keyboard.type(text);
        };
        await press('Chat');
        await findHeard(session, 'dialog', 'Harbour Lights');
        await findHeard(session, 'log', '');
        await press('Street lighting');
        await findHeard(session, 'StaticText', 'About how many lamps?');
        await write('About how many lamps?', '60');
        await page.keyboard.press('Enter');
        await write('Name', 'Ada Example');
        await write('E-mail', 'ada@harbour.example');
        await press('Send to Harbour Lights');
        await findHeard(session, 'StaticText', 'Good, we can plan that.');
        await findHeard(session, 'StaticText', 'Sent to Harbour Lights');
        assert.equal(stage.endpoint.received.length, 1);
      } finally {
        await browser.close();
        await stage.close();
      }
    },
  );
});
