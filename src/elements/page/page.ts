/** Pages that cover the conversation for a moment: a person to talk to, starting over, privacy. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { enPages } from '../../locales/en-pages.js';
import { fill, type PageTexts, type Texts } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import { onOwn } from '../by-hand/on-own.js';
import { contactWays, hasWays } from '../notice/contact-ways.js';
import { link } from '../rich-text/rich-text.js';
import type { FullScene, Page } from '../scene.js';

/** The texts of a language other than English are there already. */
export const textsOf = ({ texts }: FullScene): Texts & PageTexts => ({ ...enPages, ...texts });

const person = (scene: FullScene) => {
  const texts = textsOf(scene);
  const { company } = scene.playbook;
  return html`
    <p>${hasWays(company) ? fill(texts.personHint, { company: company.name }) : texts.personNobody}</p>
    ${contactWays(company, texts)}
    ${company.team ? html`<p class="meta">${fill(texts.personTeam, { team: company.team })}</p>` : nothing}
  `;
};

const act = (scene: FullScene, words: string, run: () => void) =>
  html`<div class="acts">
    <button
      type="button"
      class="primary"
      @click=${() => {
        run();
        scene.show(null);
      }}
    >
      ${words}
    </button>
    <button type="button" class="secondary" @click=${() => scene.show(null)}>${textsOf(scene).back}</button>
  </div>`;

const restart = (scene: FullScene) => {
  const texts = textsOf(scene);
  const { view } = scene;
  return html`<p>${texts.restartHint}${view.fold.submitted ? ` ${texts.restartSent}` : ''}</p>
    ${act(scene, texts.restart, () => scene.send({ type: 'visitor.restarted' }))}`;
};

const erase = (scene: FullScene, root: ShadowRoot) =>
  html`${onOwn('erasing', scene, root)}
  ${act(scene, textsOf(scene).erase, () => scene.send({ type: 'visitor.withdrew' }))}`;

const consents = (scene: FullScene) => {
  const texts = textsOf(scene);
  const { playbook, view } = scene;
  const asked = (playbook.privacy?.consent ?? []).filter(({ purpose }) => view.fold.consents.has(purpose));
  if (asked.length === 0) return nothing;
  return html`<h3>${texts.consents}</h3>
    <ul class="lines" role="list">
      ${asked.map(({ purpose, text }) => {
        const granted = view.fold.consents.get(purpose) === true;
        return html`<li>
          <div>
            <p>${text}</p>
            <p class="meta">${granted ? texts.agreed : texts.declined}</p>
          </div>
          ${
            granted
              ? html`<button
                  type="button"
                  class="quiet"
                  aria-label=${`${texts.withdraw}: ${text}`}
                  @click=${() => scene.send({ type: 'visitor.consented', purpose, granted: false })}
                >
                  ${texts.withdraw}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
};

/** Where the conversation is kept. Before anything was said there is nothing to keep. */
const keptWhere = (scene: FullScene): string => {
  const texts = textsOf(scene);
  const { playbook, view } = scene;
  const { remember = 'tab', storage = 'allowed' } = playbook.privacy ?? {};
  const hasSpoken = view.fold.log.some(({ type }) => !/^(began|prefilled)$/.test(type));
  if (!hasSpoken || remember === 'nothing' || storage === 'never') return texts.keptNothing;
  if (storage === 'ask-host') return texts.keptAsked;
  return remember === 'tab' ? texts.keptTab : texts.keptDevice;
};

const privacy = (scene: FullScene) => {
  const texts = textsOf(scene);
  const { playbook, view } = scene;
  const sent = view.handover.is === 'sent' ? texts.keptSent : texts.keptWaiting;
  const policy = scene.href(playbook.company.privacyPage);
  return html`<h3>${texts.kept}</h3>
    <p>${keptWhere(scene)}</p>
    ${view.fold.submitted && view.handover.is !== 'by-hand' ? html`<p>${fill(sent, { company: playbook.company.name })}</p>` : nothing}
    ${consents(scene)}
    <div class="acts">
      <button type="button" class="secondary" @click=${() => scene.show('erase')}>${texts.erase}</button>
      ${policy ? link(policy, texts.policy, 'quiet') : nothing}
    </div>`;
};

const PAGES: Record<Page, (scene: FullScene, root: ShadowRoot) => TemplateResult> = {
  person,
  restart,
  privacy,
  erase,
};

/** The page asked for, or nothing. */
export const page = (scene: FullScene, root: ShadowRoot): TemplateResult | typeof nothing => {
  const texts = textsOf(scene);
  const { page: shown } = scene;
  if (!shown) return nothing;
  return html`${keyed(
    shown,
    html`<section class="page" part="page" aria-labelledby="page-title">
      <div class="bar">
        <button type="button" class="plain" aria-label=${texts.back} @click=${() => scene.show(null)}>
          ${moreIcon('back')}
        </button>
        <h2 id="page-title" tabindex="-1">${texts[shown]}</h2>
      </div>
      <div class="content">${PAGES[shown](scene, root)}</div>
    </section>`,
  )}`;
};
