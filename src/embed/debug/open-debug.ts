/**
 * The owner's panel of `?warmlead=debug`. Loaded by nobody else. It looks at the page and the playbook; of the
 * conversation it knows codes only.
 */
import { fetchDelivery } from '../../adapters/fetch-delivery.js';
import { systemRandomness } from '../../adapters/system-randomness.js';
import { checkPlaybook } from '../../authoring/check.js';
import { testLead } from '../../authoring/test-lead.js';
import { loadPlaybook } from '../../compose/playbook.js';
import { DebugPanel } from '../../elements/debug/debug-panel.js';
import { destinationFor } from '../../formats/destination.js';
import type { Lead } from '../../lead/lead.js';
import { judge } from '../../outbox/judge.js';
import { hashOf } from '../../playbook/hash.js';
import type { Delivery } from '../../ports/delivery.js';
import { wantsTriggers, type Options } from '../options.js';
import { watchTriggers } from '../triggers/report.js';
import { answerWords } from './answer-words.js';
import { policyBlock } from './policy-blocks.js';
import { reportOf, sectionsOf, type Standing } from './standing.js';

const TAG = 'warmlead-debug';
const PATIENCE_MS = 20_000;

const originOf = (address: string): string => new URL(address, document.baseURI).origin;

/** Puts the panel on the page. Opened once a page; a second call changes nothing. */
export const openDebug = async (options: Options): Promise<void> => {
  if (document.querySelector(TAG)) return;
  if (!customElements.get(TAG)) customElements.define(TAG, DebugPanel);
  const panel = document.createElement(TAG) as DebugPanel;
  const chat = () => document.querySelector('warmlead-chat');
  let deliver: ((lead: Lead) => Omit<Delivery, 'committedAt'>) | null = null;
  const ours = new Set([location.origin]);
  const { version = '' } = Object((window as { Warmlead?: unknown }).Warmlead) as { version?: string };
  let standing: Standing = {
    version,
    site: location.origin,
    path: location.pathname,
    exclude: options.exclude ?? '',
    playbook: null,
    hash: '',
    problems: [],
    chat: chat() ? (chat()?.open ? 'opened' : 'closed') : 'none',
    destination: '',
    answer: null,
    blocks: [],
    early: wantsTriggers(options),
    triggers: [],
  };
  const show = (news: Partial<Standing> = {}) => {
    standing = { ...standing, ...news };
    const sections = sectionsOf(standing);
    Object.assign(panel, { sections, report: reportOf(sections), canSend: deliver !== null });
  };

  document.addEventListener('securitypolicyviolation', (event) => {
    const block = policyBlock(event, [...ours], location.origin);
    const isNew = !standing.blocks.some(
      ({ directive, cure }) => directive === block?.directive && cure === block.cure,
    );
    if (block && isNew) show({ blocks: [...standing.blocks, block] });
  });
  document.addEventListener('warmlead-open', () => show({ chat: 'opened' }));
  document.addEventListener('warmlead-delivered', () =>
    show({ answer: { text: 'It took a lead of this page.', tone: 'good' } }),
  );
  document.addEventListener('warmlead-problem', ({ detail: { code } }) =>
    show({ answer: { text: `The chat met a problem: ${code}`, tone: 'bad' } }),
  );
  panel.addEventListener('send-test', async () => {
    const { playbook } = standing;
    if (!deliver || !playbook) return;
    panel.isSending = true;
    const lead = testLead(playbook, Date.now(), systemRandomness().id());
    const post = fetchDelivery({ judge: (answer, sent) => judge(answer, sent, Date.now()) });
    const outcome = await post.deliver(
      { ...deliver(lead), committedAt: lead.updatedAt },
      AbortSignal.timeout(PATIENCE_MS),
    );
    panel.isSending = false;
    show({
      answer: {
        text: `Test lead: ${answerWords(outcome)}`,
        tone: outcome.is === 'acknowledged' ? 'good' : 'bad',
      },
    });
  });

  watchTriggers((triggers) => show({ triggers }));
  document.body.append(panel);
  const inline = document.querySelector('script[type$=json][data-warmlead]')?.textContent;
  const source = chat()?.playbook || options.playbook || inline;
  if (!source) return;
  if (typeof source === 'string' && !/^\s*\{/.test(source)) ours.add(originOf(source));
  const loaded = await loadPlaybook(source);
  if (!loaded.ok) return show({ problems: loaded.problems });
  const { playbook, url } = loaded;
  const problems = [...(await loaded.problems()), ...checkPlaybook(playbook)];
  show({ playbook, hash: hashOf(playbook), problems });
  try {
    const destination = await destinationFor(playbook.delivery, url, playbook.routing?.hours?.zone);
    const origin = originOf(destination.deliver(testLead(playbook, Date.now(), '0'.repeat(32))).url);
    ours.add(origin);
    deliver = destination.deliver;
    show({ destination: `${destination.name} at ${origin}` });
  } catch {
    // Said by the section: leads go nowhere.
  }
};
