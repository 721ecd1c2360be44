/** The end: a sentence, what was understood, what happens next, and how sending stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferView } from '../../conversation/contract.js';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import { onNeed } from '../inputs/on-need.js';
import { richText } from '../rich-text/rich-text.js';
import type { FullScene } from '../scene.js';
import { handoverLine } from './handover-line.js';
import { onOwn } from '../by-hand/on-own.js';

const SEPARATOR = '\u00a0· ';

/** What was said about the matter itself; how to reach somebody is not repeated to them. */
const matters = ({ view, playbook }: FullScene): string =>
  view.answers
    .filter(({ step, value }) => {
      const asked = playbook.steps.find(({ id }) => id === step);
      return asked && value !== null && !/^(contact|consent|email|phone)$/.test(asked.kind ?? '');
    })
    .map(({ label }) => label)
    .join(SEPARATOR);

/** `agreed`: what there is to say and to keep of the chosen one; null where only its label is there. */
const summary = (scene: FullScene, chosen: OfferView | undefined, agreed: unknown) => {
  const { texts, view, playbook } = scene;
  const { team, name } = playbook.company;
  const fit = view.recommendations[0];
  const lines = [
    [texts.told, matters(scene)],
    [texts.fit, fit && [fit.name, ...fit.matched.slice(0, 1)].join(SEPARATOR)],
    // Nobody answers what was not mailed.
    [
      texts.nextStep,
      agreed ??
        chosen?.label ??
        (view.handover.is !== 'by-hand' && fill(texts.theyAnswer, { team: team ?? name })),
    ],
  ].filter(([, words]) => words);
  return html`<dl class="summary" part="summary">
    ${lines.map(
      ([term, words]) =>
        html`<div>
          <dt>${term}</dt>
          <dd dir="auto">${words}</dd>
        </div>`,
    )}
  </dl>`;
};

const nextSteps = onNeed(() => import('../next-steps/next-steps.js'));
/** One way to go on that stands out and two beside it; more have to be asked for. */
const IN_SIGHT = 3;

/** Takes more than a tap. */
const isRich = ({ slots, asks, embed }: OfferView): boolean => Boolean(slots ?? asks ?? embed);

const offer = (
  view: OfferView,
  rank: number,
  chosen: string | null,
  scene: FullScene,
  open?: (id: string) => void,
) => {
  const { id, label } = view;
  const href = open ? undefined : view.href;
  const isFirst = rank === 0 && chosen === null && scene.view.handover.is !== 'by-hand';
  const look = chosen === id ? 'chosen' : isFirst ? 'primary' : 'secondary';
  const choose = () => (open ? open(id) : scene.send({ type: 'visitor.chose', offer: id }));
  const words = html`${chosen === id ? moreIcon('check') : nothing}${label}`;
  return href
    ? html`<a
        class=${look}
        part="offer"
        href=${href}
        target=${/^https?:/.test(href) ? '_blank' : nothing}
        rel="noopener noreferrer"
        @click=${choose}
        >${words}${
          /^https?:/.test(href)
            ? html`<span class="unseen"> ${scene.texts.opens}</span>${moreIcon('away')}`
            : nothing
        }</a
      >`
    : html`<button type="button" class=${look} part="offer" aria-pressed=${chosen === id} @click=${choose}>
        ${words}
      </button>`;
};

export const ending = (scene: FullScene, root: ShadowRoot): TemplateResult | typeof nothing => {
  const { view, href } = scene;
  const { ending: end } = view;
  if (!end) return nothing;
  const [headline = '', ...more] = end.says;
  const chosen = end.offers.find(({ id }) => id === end.chosen);
  const part = nextSteps(view, root, Boolean(end.files ?? chosen?.who) || end.offers.some(isRich));
  const further = part ? part.nextSteps(scene, root) : null;
  const open = part ? (id: string) => part.pick(root, id) : undefined;
  // What takes more than a tap waits for that; where it cannot be had, a tap has to do.
  const offers = part === null ? end.offers.filter((one) => !isRich(one)) : end.offers;
  const shown = offers.map((one, i) => offer(one, i, end.chosen, scene, isRich(one) ? open : undefined));
  // Nobody opens a fold for a single one.
  const inSight = shown.length > IN_SIGHT + 1 ? IN_SIGHT : shown.length;
  const isFolded = !offers.slice(inSight).some(({ id }) => id === end.chosen);
  return html`<section class="ending" part="ending" aria-labelledby="ending">
    <h3 id="ending" class="headline" tabindex="-1" dir="auto">${richText(headline, href)}</h3>
    ${view.handover.is === 'by-hand' ? onOwn('mailing', scene, root) : handoverLine(scene)}
    ${more.map((says) => html`<p dir="auto">${richText(says, href)}</p>`)}
    ${end.sent ? summary(scene, chosen, further?.agreed ?? null) : (further?.agreed ?? nothing)}
    ${further?.open ?? nothing}
    ${
      offers.length > 0 && !further?.open
        ? html`<div class="offers">
            ${shown.slice(0, inSight)}
            ${
              inSight < shown.length
                ? html`<details ?open=${!isFolded}>
                    <summary class="quiet">${scene.texts.more}</summary>
                    <div class="offers">${shown.slice(inSight)}</div>
                  </details>`
                : nothing
            }
          </div>`
        : nothing
    }
  </section>`;
};
