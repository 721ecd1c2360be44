/**
 * The booking page of a service inside the chat: only when the owner wants that and the visitor tapped on it. What
 * the page tells is believed only from its own window and address.
 */
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ConversationEvent, OfferView } from '../../conversation/contract.js';
import type { FullScene } from '../scene.js';
import { moreIcon } from '../more-icons.js';
import { cardHead } from './card-head.js';
import { pick, textsOf } from './picking.js';

type Booked = Omit<Extract<ConversationEvent, { type: 'visitor.booked' }>, 'type' | 'offer'>;

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;
const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/** What Calendly says when somebody booked: addresses of the event at its API, no time. */
const byCalendly = (data: unknown): Booked | null => {
  if (!isRecord(data) || data['event'] !== 'calendly.event_scheduled') return null;
  const payload = isRecord(data['payload']) ? data['payload'] : {};
  const uri = isRecord(payload['event']) ? textIn(payload['event']['uri']) : undefined;
  const reference = uri?.split('/').at(-1);
  return reference ? { reference } : {};
};

/** What HubSpot says: when it begins, and how long it takes in milliseconds. */
const byHubSpot = (data: unknown): Booked | null => {
  if (!isRecord(data) || data['meetingBookSucceeded'] !== true) return null;
  let inner: unknown = data;
  for (const name of ['meetingsPayload', 'bookingResponse', 'event'])
    inner = isRecord(inner) ? inner[name] : null;
  const { dateTime, duration } = isRecord(inner) ? inner : {};
  const startMs = new Date(typeof dateTime === 'number' ? dateTime : (textIn(dateTime) ?? NaN)).valueOf();
  if (Number.isNaN(startMs)) return {};
  const endMs = startMs + (typeof duration === 'number' && duration > 0 ? duration : 0);
  const start = new Date(startMs).toISOString();
  return endMs > startMs ? { start, end: new Date(endMs).toISOString() } : { start };
};

/** What Cal.com says: both times. A booking that its host has yet to accept has none for sure. */
const byCal = (data: unknown): Booked | null => {
  if (!isRecord(data) || data['originator'] !== 'CAL' || data['type'] !== 'bookingSuccessfulV2') return null;
  const { uid, startTime, endTime, status } = isRecord(data['data']) ? data['data'] : {};
  const [reference, start, end] = [uid, startTime, endTime].map(textIn);
  return {
    ...(reference && { reference }),
    ...(status !== 'PENDING' && start && { start, ...(end && { end }) }),
  };
};

const READERS = { cal: byCal, calendly: byCalendly, hubspot: byHubSpot };
type Tool = keyof typeof READERS;

/** Cal.com shows nothing before it is told that somebody listens. */
const asksWhoListens = (data: unknown): boolean =>
  isRecord(data) && data['originator'] === 'CAL' && data['type'] === '__iframeReady';

/** What the page has to know to tell us anything. */
const embedded = (href: string, tool: Tool): string => {
  const address = new URL(href);
  const told = {
    cal: { embed: 'warmlead', embedType: 'inline' },
    calendly: { embed_domain: location.hostname, embed_type: 'Inline' },
    hubspot: { embed: 'true' },
  }[tool];
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
  if (tool === 'cal') address.pathname = `${address.pathname.replace(/\/(?:embed\/?)?$/, '')}/embed`;
  return address.href;
};

/** Cal.com answers from several names of its own. */
const CAL = /^https:\/\/(?:\w+\.)?cal\.(?:com|eu)$/;
const isFrom = (origin: string, src: string): boolean => {
  const own = new URL(src).origin;
  return origin === own || (CAL.test(own) && CAL.test(origin));
};

const listening = new WeakMap<ShadowRoot, AbortController>();

/** Listens for as long as this frame is there. */
const listen = (root: ShadowRoot, frame: Element | undefined, heard: (event: MessageEvent) => void): void => {
  listening.get(root)?.abort();
  if (!(frame instanceof HTMLIFrameElement)) return;
  const controller = new AbortController();
  listening.set(root, controller);
  const { signal } = controller;
  window.addEventListener(
    'message',
    (event) => {
      if (!frame.isConnected) controller.abort();
      else if (event.source === frame.contentWindow && isFrom(event.origin, frame.src)) heard(event);
    },
    { signal },
  );
};

/** One function for each frame, so that it is told once when the frame comes and once when it goes. */
const refs = new WeakMap<
  ShadowRoot,
  { readonly id: string; readonly set: (frame: Element | undefined) => void }
>();
const refFor = (root: ShadowRoot, id: string, heard: (event: MessageEvent) => void) => {
  const known = refs.get(root);
  if (known?.id === id) return known.set;
  const set = (frame: Element | undefined) => listen(root, frame, heard);
  refs.set(root, { id, set });
  return set;
};

export const bookingFrame = (offer: OfferView, scene: FullScene, root: ShadowRoot): TemplateResult => {
  const { id, label, href = '', embed = 'calendly' } = offer;
  const heard = ({ data, source, origin }: MessageEvent) => {
    if (embed === 'cal' && asksWhoListens(data))
      source?.postMessage({ originator: 'CAL', method: 'parentKnowsIframeReady' }, { targetOrigin: origin });
    const booked = READERS[embed](data);
    if (!booked) return;
    pick(root, null);
    scene.send({ type: 'visitor.booked', offer: id, ...booked });
  };
  return html`<div class="card picker" part="booking">
    ${cardHead(label, scene, root)}
    <a class="quiet" href=${href} target="_blank" rel="noopener noreferrer"
      >${textsOf(scene).openInTab}${moreIcon('away')}</a
    >
    <iframe
      class="booking"
      title=${label}
      src=${embedded(href, embed)}
      referrerpolicy="strict-origin-when-cross-origin"
      ${ref(refFor(root, id, heard))}
    ></iframe>
  </div>`;
};
