/** A day and a time to ask for, in the visitor's zone, with what else has to be known. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferView } from '../../conversation/contract.js';
import { parseAnswer } from '../../flow/kinds/index.js';
import { fill } from '../../locales/index.js';
import { furtherIcon } from '../further-icons.js';
import { errorLine } from '../notice/refusal.js';
import type { FullScene } from '../scene.js';
import { cardHead } from './card-head.js';
import { change, textsOf, type Picking } from './picking.js';
import { dayKey, dayName, momentName, timeName, zoneLine, zones } from './zone-words.js';

/** So many times of a day are shown before somebody asks for more. */
const AT_FIRST = 6;
const SOONEST = 3;

type Slots = NonNullable<OfferView['slots']>;

interface PickerParts {
  readonly offer: OfferView;
  readonly picking: Picking;
  readonly scene: FullScene;
  readonly root: ShadowRoot;
  readonly nowMs: number;
}

/** Where the visitor is, as the conversation began. */
const ownZone = ({ view }: FullScene): string => {
  const began = view.fold.log.find(({ type }) => type === 'began');
  return began?.type === 'began' && began.timeZone ? began.timeZone : 'UTC';
};

/** The zone in which an agreed time is told: that in which it was chosen. */
export const shownZone = (scene: FullScene): string =>
  scene.view.fold.chosen?.slot?.timeZone ?? ownZone(scene);

const byDay = (slots: Slots, zone: string): ReadonlyMap<string, Slots> => {
  const days = new Map<string, Slots>();
  for (const slot of slots) {
    const key = dayKey(slot.start, zone);
    days.set(key, [...(days.get(key) ?? []), slot]);
  }
  return days;
};

const dayStrip = (
  { root, scene, nowMs }: PickerParts,
  days: ReadonlyMap<string, Slots>,
  day: string,
  zone: string,
) =>
  html`<div class="options days" role="group" aria-label=${textsOf(scene).chooseDay}>
    ${[...days].map(
      ([key, [first]]) =>
        html`<button
          type="button"
          class="option"
          aria-pressed=${key === day}
          @click=${() => change(root, { day: key, start: null, all: false, wrong: null })}
        >
          ${first ? dayName(first.start, zone, scene.locale, nowMs) : key}
        </button>`,
    )}
  </div>`;

const timeGrid = ({ root, scene, picking }: PickerParts, slots: Slots, isFirstDay: boolean, zone: string) => {
  const texts = textsOf(scene);
  const shown = picking.all ? slots : slots.slice(0, AT_FIRST);
  const time = ({ start }: Slots[number]) =>
    html`<button
      type="button"
      class="option"
      aria-pressed=${start === picking.start}
      @click=${() => change(root, { start, wrong: null })}
    >
      ${timeName(start, zone, scene.locale)}
    </button>`;
  const [soonest, later] = isFirstDay ? [shown.slice(0, SOONEST), shown.slice(SOONEST)] : [[], shown];
  return html`<div class="options times" role="group" aria-label=${texts.chooseTime}>
      ${soonest.length > 0 ? html`<p class="small" aria-hidden="true">${texts.soonest}</p>` : nothing}
      ${soonest.map(time)} ${soonest.length > 0 && later.length > 0 ? html`<hr />` : nothing}
      ${later.map(time)}
    </div>
    ${
      shown.length < slots.length
        ? html`<button type="button" class="quiet" @click=${() => change(root, { all: true })}>
            ${texts.moreTimes}
          </button>`
        : nothing
    }`;
};

const zoneChoice = ({ root, scene, offer, picking }: PickerParts, at: string, zone: string) => {
  const texts = textsOf(scene);
  if (picking.zoneOpen) {
    const choose = ({ currentTarget }: Event) =>
      change(root, { zone: (currentTarget as HTMLSelectElement).value, zoneOpen: false, day: null });
    return html`<div class="field">
      <label for="picker-zone">${texts.timeZone}</label>
      <div class="select">
        <select id="picker-zone" class="box" @change=${choose}>
          ${zones(zone).map((name) => html`<option value=${name} ?selected=${name === zone}>${name}</option>`)}</select
        >${furtherIcon('unfold')}
      </div>
    </div>`;
  }
  return html`<p class="meta zone">
    ${zoneLine(texts, { theirs: zone, ours: offer.zone ?? zone, at }, scene.locale)}
    <button
      type="button"
      class="quiet"
      aria-label="${scene.texts.change}: ${texts.timeZone}"
      @click=${() => change(root, { zoneOpen: true })}
    >
      ${scene.texts.change}
    </button>
  </p>`;
};

const FILLS: { readonly [name: string]: readonly [autocomplete: string, mode: string, type: string] } = {
  phone: ['tel', 'tel', 'tel'],
  address: ['street-address', 'text', 'text'],
  note: ['off', 'text', 'text'],
};

const detailField = (name: 'phone' | 'address' | 'note', { scene, picking }: PickerParts): TemplateResult => {
  const texts = textsOf(scene);
  const [filled, mode, type] = FILLS[name] ?? ['off', 'text', 'text'];
  const wrong = picking.wrong?.field === name ? picking.wrong.words : '';
  const label = { phone: scene.texts.fields['phone'] ?? name, address: texts.address, note: texts.note }[
    name
  ];
  return html`<div class="field">
    <label for="picker-${name}"
      >${label}${name === 'note' ? html` <span class="optional">${scene.texts.optional}</span>` : nothing}</label
    >
    <input
      id="picker-${name}"
      class="box"
      part="input"
      name=${name}
      type=${type}
      autocomplete=${filled}
      inputmode=${mode}
      maxlength="500"
      dir=${type === 'tel' ? 'ltr' : 'auto'}
      aria-required=${name !== 'note'}
      aria-invalid=${wrong !== ''}
      aria-describedby=${wrong ? `picker-wrong-${name}` : nothing}
    />
    ${wrong ? errorLine(wrong, `picker-wrong-${name}`) : nothing}
  </div>`;
};

/** What is wrong with a field; empty for nothing. */
const faultOf = (name: string, text: string, scene: FullScene): string => {
  const { rejections } = scene.texts;
  if (name === 'phone') {
    const parsed = parseAnswer({ id: 'phone', kind: 'phone' }, text, [], scene.locale);
    return parsed.ok ? '' : (rejections[parsed.code] ?? rejections.unknown);
  }
  return name === 'address' && text.trim().length < 5 ? textsOf(scene).addressNeeded : '';
};

/** The card of an offer that takes more than a tap. */
export const slotPicker = (parts: PickerParts): TemplateResult => {
  const { offer, picking, scene, root, nowMs } = parts;
  const texts = textsOf(scene);
  const zone = picking.zone ?? ownZone(scene);
  // The list was made a while ago.
  const slots = (offer.slots ?? []).filter(({ start }) => Date.parse(start) > nowMs);
  const days = byDay(slots, zone);
  const [firstDay = ''] = days.keys();
  const day = picking.day !== null && days.has(picking.day) ? picking.day : firstDay;
  const times = days.get(day) ?? [];
  const chosen = slots.find(({ start }) => start === picking.start);
  const isGone = picking.sent !== null && scene.view.fold.chosen?.slot?.start !== picking.sent;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const details: { [field: string]: string } = {};
    for (const name of offer.asks ?? []) {
      const field = form.elements.namedItem(name);
      const text = field instanceof HTMLInputElement ? field.value : '';
      const words = faultOf(name, text, scene);
      if (words) {
        change(root, { wrong: { field: name, words } });
        if (field instanceof HTMLInputElement) field.focus();
        return;
      }
      if (text.trim()) details[name] = text.trim();
    }
    if (slots.length > 0 && !chosen) return;
    change(root, { sent: chosen?.start ?? null, start: null, wrong: null });
    scene.send({
      type: 'visitor.chose',
      offer: offer.id,
      ...(chosen && { slot: { start: chosen.start, end: chosen.end, timeZone: zone } }),
      ...(Object.keys(details).length > 0 && { details }),
    });
  };
  return html`<form class="card picker" part="callback-picker" novalidate @submit=${handleSubmit}>
    ${cardHead(offer.label, scene, root)} ${isGone ? errorLine(texts.timeGone, 'picker-gone') : nothing}
    ${
      offer.backAt
        ? html`<p class="meta">
            ${fill(texts.backAt, { time: momentName(offer.backAt, zone, scene.locale) })}
          </p>`
        : nothing
    }
    ${
      slots.length > 0
        ? html`${dayStrip(parts, days, day, zone)} ${timeGrid(parts, times, day === firstDay, zone)}
          ${zoneChoice(parts, times[0]?.start ?? '', zone)}`
        : nothing
    }
    ${(offer.asks ?? []).map((name) => detailField(name, parts))}
    ${
      slots.length > 0 && !chosen
        ? nothing
        : html`<div class="acts">
            <button type="submit" class="primary" part="send-button">
              ${chosen ? fill(texts.askFor, { time: momentName(chosen.start, zone, scene.locale) }) : offer.label}
            </button>
          </div>`
    }
  </form>`;
};
