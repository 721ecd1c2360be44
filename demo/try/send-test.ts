/** *Send a test lead*: shows what would arrive, sends it where the playbook says, and tells what came back. */
import { fetchDelivery } from '../../src/adapters/fetch-delivery.js';
import { destinationFor } from '../../src/formats/destination.js';
import { mailtoLink } from '../../src/formats/mailto.js';
import type { Lead } from '../../src/lead/lead.js';
import { judge } from '../../src/outbox/judge.js';
import { PlaybookError, type Problem } from '../../src/playbook/error.js';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Delivery, EndpointAnswer } from '../../src/ports/delivery.js';
import { systemRandomness } from '../../src/adapters/system-randomness.js';
import { testLead } from '../../src/authoring/test-lead.js';
import { icon, made } from './find.js';
import { letterOf } from './letter.js';
import { answerText, outcomeWords } from './outcome-words.js';
import { checksFirst, openSheet } from './sheet.js';
import type { Surroundings } from './tools.js';

const PATIENCE_MS = 20_000;
const REFUSAL_MS = 300;

/** Shows a lead that the conversation on this page made. */
export const showLead = (lead: Lead): void =>
  openSheet('What your team would get', [
    made('p', 'hint', 'This lead stayed on this page. So it reads in a mail, in Slack or on the desk.'),
    letterOf(lead),
  ]);

const said = (): HTMLElement => {
  const line = made('p', 'said');
  line.role = 'status';
  return line;
};

const bodyOf = (delivery: Omit<Delivery, 'committedAt'>): HTMLElement => {
  const details = made('details', '', made('summary', '', 'As it is sent'));
  const text = delivery.contentType.includes('json') ? indented(delivery.body) : delivery.body;
  const code = made('pre', 'code', `POST ${delivery.url}\n${delivery.contentType}\n\n${text}`);
  code.tabIndex = 0;
  details.append(code);
  return details;
};

const indented = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

/** `blocked` resolves with true when the policy of this page keeps a request in. */
const watchPolicy = () => {
  let resolve: (isBlocked: true) => void = () => {};
  const blocked = new Promise<true>((done) => {
    resolve = done;
  });
  const tell = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (/^(connect|default)-src/.test(effectiveDirective)) resolve(true);
  };
  document.addEventListener('securitypolicyviolation', tell);
  return { blocked, stop: () => document.removeEventListener('securitypolicyviolation', tell) };
};

const soon = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), REFUSAL_MS));

/** Sends once and shows in `line` and after it what came of it. */
const sendNow = async (delivery: Omit<Delivery, 'committedAt'>, line: HTMLElement): Promise<void> => {
  const { host } = new URL(delivery.url);
  let answer: EndpointAnswer | undefined;
  const { blocked, stop } = watchPolicy();
  const port = fetchDelivery({
    judge: (came, of) => judge((answer = came), of, Date.now()),
  });
  const outcome = await port.deliver(
    { ...delivery, committedAt: new Date().toISOString() },
    AbortSignal.timeout(PATIENCE_MS),
  );
  // The browser may tell of its refusal a moment after the request has failed.
  const isSilent = outcome.is === 'retry' && outcome.status === undefined;
  const isBlocked = isSilent && (await Promise.race([blocked, soon()]));
  stop();
  const { good, says, cure } = outcomeWords(outcome, host, isBlocked);
  line.replaceChildren(
    icon(good ? 'done' : 'error'),
    made('span', '', made('strong', '', says), ' ', made('span', 'cure', cure)),
  );
  const text = answerText(answer);
  line.parentElement?.querySelector('.answer')?.remove();
  if (text) line.after(made('div', 'answer', made('p', 'hint', 'Its answer:'), made('pre', 'code', text)));
};

/** What stands in the dialog where the destination can be used. */
const ready = (delivery: Omit<Delivery, 'committedAt'>, letter: HTMLElement) => {
  const send = made('button', 'primary', 'Send it');
  send.type = 'button';
  const line = said();
  send.addEventListener('click', () => {
    send.disabled = true;
    line.textContent = 'Sending …';
    sendNow(delivery, line)
      .catch(() => line.replaceChildren(icon('error'), 'That did not work.'))
      .finally(() => {
        send.disabled = false;
        send.textContent = 'Send it again';
      });
  });
  const where = made('span', 'hint', `To ${new URL(delivery.url).host}, marked as a test`);
  return {
    focus: send,
    content: [made('div', 'row', send, where), line, letter, bodyOf(delivery)],
  };
};

/** What stands there where it cannot be sent: why, and what would be. */
const notReady = (
  problems: readonly Problem[],
  lead: Lead,
  { delivery, company }: Playbook,
  letter: HTMLElement,
): Node[] => {
  const reasons = problems.map(({ message, cure }) =>
    made('p', 'said', icon('warning'), made('span', '', `${message} ${cure}`)),
  );
  const link = mailtoLink(lead, delivery.email || company.email);
  const mail = made('a', '', 'Open it in your mail program');
  if (link) mail.href = link;
  return [
    ...(delivery.to === 'mailto' && link ? [made('p', '', mail)] : reasons),
    made('p', 'hint', 'This is what would be sent:'),
    letter,
  ];
};

export const sendTest = async ({ look, showChecks }: Surroundings): Promise<void> => {
  const { playbook, problems } = look();
  if (!playbook)
    return checksFirst(
      'Send a test lead',
      'The playbook cannot be read yet, so there is nothing to send.',
      showChecks,
    );
  const zone = playbook.routing?.hours?.zone;
  const lead = testLead(playbook, Date.now(), systemRandomness().id());
  const letter = letterOf(lead, zone);
  const title = 'Send a test lead';
  const examples = problems.filter(({ code }) => code === 'delivery.sample-key');
  if (examples.length > 0) return openSheet(title, notReady(examples, lead, playbook, letter));
  try {
    const { deliver } = await destinationFor(playbook.delivery, document.baseURI, zone);
    const { focus, content } = ready(deliver(lead), letter);
    openSheet(title, content, focus);
  } catch (error) {
    if (!(error instanceof PlaybookError)) throw error;
    openSheet(title, notReady(error.problems, lead, playbook, letter));
  }
};
