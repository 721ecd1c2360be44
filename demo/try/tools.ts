/** The switches beside the chat and what the bar opens; what stands behind a button is fetched when it is pressed. */
import type { CheckedText } from '../../src/authoring/check-text.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Editor } from './editor/editor.js';
import { button, part } from './find.js';
import { receivePreviewLeads } from './preview-leads.js';
import type { Look, Preview } from './preview.js';
import { toast } from './sheet.js';

export interface Surroundings {
  readonly preview: Preview;
  readonly writing: Editor;
  /** The text as it is now, checked. */
  look(): CheckedText;
  showChecks(): void;
}

const PARTS = {
  snippet: () => import('./take-snippet.js'),
  connect: () => import('./connect-form.js'),
  test: () => import('./send-test.js'),
} as const;

/** The two buttons for the colours; pressing the pressed one leaves them to the playbook and the device. */
const switchColours = (preview: Preview): void => {
  let scheme: Look['scheme'] = 'auto';
  const choose = (wanted: 'light' | 'dark') => (): void => {
    scheme = scheme === wanted ? 'auto' : wanted;
    button('light').ariaPressed = String(scheme === 'light');
    button('dark').ariaPressed = String(scheme === 'dark');
    preview.dress(scheme);
  };
  button('light').addEventListener('click', choose('light'));
  button('dark').addEventListener('click', choose('dark'));
};

const switchPhone = (): void => {
  const phone = button('phone');
  phone.addEventListener('click', () => {
    const isOn = part('frame', HTMLElement).classList.toggle('phone');
    phone.ariaPressed = String(isOn);
  });
};

/** In narrow windows some acts of the bar wait behind a button. */
const foldActs = (): void => {
  const acts = part('more-acts', HTMLElement);
  const more = button('more');
  const set = (open: boolean): void => {
    acts.classList.toggle('open', open);
    more.ariaExpanded = String(open);
  };
  more.addEventListener('click', () => {
    set(!acts.classList.contains('open'));
    acts.querySelector('button')?.focus();
  });
  addEventListener('click', ({ target }) => {
    if (target instanceof Node && !more.contains(target)) set(false);
  });
  acts.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    set(false);
    more.focus();
  });
};

const showArrivals = (): void => {
  const act = button('arrived');
  let newest: Lead | undefined;
  receivePreviewLeads((lead) => {
    newest = lead;
    part('chat-words', HTMLElement).textContent = 'A lead would have been sent.';
    act.hidden = false;
  });
  act.addEventListener('click', () => {
    const lead = newest;
    if (lead) void PARTS.test().then(({ showLead }) => showLead(lead));
  });
};

/** Readies them all. `ahead` fetches what stands behind the buttons. */
export const readyTools = (around: Surroundings): { readonly ahead: () => Promise<unknown> } => {
  switchColours(around.preview);
  switchPhone();
  foldActs();
  showArrivals();
  const press = (id: keyof typeof PARTS, act: () => Promise<void>): void => {
    button(id).addEventListener('click', () => {
      act().catch(() => toast('This could not be loaded. Is the network there?'));
    });
  };
  press('snippet', async () => (await PARTS.snippet()).takeSnippet(around));
  press('connect', async () => (await PARTS.connect()).connectForm(around));
  press('test', async () => (await PARTS.test()).sendTest(around));
  return { ahead: () => Promise.all(Object.values(PARTS).map((load) => load())) };
};
