/** What was agreed, in one sentence, with what can be kept of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AgreedFile, OfferView } from '../../conversation/contract.js';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import type { FullScene } from '../scene.js';
import { pick, textsOf } from './picking.js';
import { shownZone } from './slot-picker.js';
import { momentName } from './zone-words.js';

const TYPES = { calendar: 'text/calendar', card: 'text/vcard' };

/** Hands a file over as a download. */
const save = ({ kind, name, text }: AgreedFile): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${TYPES[kind]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next task; without this the text would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 0);
};

const wordsFor = (offer: OfferView, scene: FullScene): string => {
  const texts = textsOf(scene);
  const { chosen } = scene.view.fold;
  const time = chosen?.slot ? momentName(chosen.slot.start, shownZone(scene), scene.locale) : '';
  const who = offer.who ?? scene.playbook.company.name;
  if (chosen?.booked) return time ? fill(texts.bookedFor, { time }) : texts.booked;
  if (time) return fill(texts.askedFor, { time, who });
  if (offer.who === undefined) return offer.label;
  if (offer.kind === 'newsletter') return texts.askedToConfirm;
  return fill(offer.kind === 'email' ? texts.askedToSend : texts.askedWithoutTime, { who });
};

export const agreed = (
  offer: OfferView,
  files: readonly AgreedFile[],
  scene: FullScene,
  root: ShadowRoot,
): TemplateResult => {
  const texts = textsOf(scene);
  const words = wordsFor(offer, scene);
  const labels = { calendar: texts.addToCalendar, card: texts.saveContact };
  return html`<div class="agreed" part="agreed">
    <p role="status" tabindex="-1">${moreIcon('check')}<span>${words}</span></p>
    <div class="aside">
      ${files.map(
        (file) =>
          html`<button type="button" class="quiet" @click=${() => save(file)}>${labels[file.kind]}</button>`,
      )}
      ${
        offer.slots
          ? html`<button type="button" class="quiet" @click=${() => pick(root, offer.id)}>
              ${scene.texts.change}
            </button>`
          : nothing
      }
    </div>
  </div>`;
};
