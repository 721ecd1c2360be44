/** What is new since the last look and worth saying aloud. */
import type { ConversationView } from '../../conversation/contract.js';
import { plainText } from '../../flow/rich-text.js';
import { count } from '../../locales/index.js';
import { handoverWords } from '../ending/handover-line.js';
import { wordsOf } from '../message/message.js';
import { refusalFor } from '../notice/refusal.js';
import type { FullScene } from '../scene.js';

type Is = ConversationView['handover']['is'];
/** States of the hand-over that are worth interrupting for. */
const WORTH: readonly Is[] = ['saved', 'waiting', 'sent', 'failed'];

export class News {
  readonly #heard = new Set<string>();
  #n = -1;
  #rejection: ConversationView['rejection'] = null;
  #handover: Is = 'none';

  /** Called after every drawing. The first time nothing is new, unless the conversation was restored. */
  since(scene: FullScene): readonly string[] {
    const { view, texts, locale } = scene;
    const { turns, n } = view.fold;
    const isFirst = this.#n === -1;
    // Fewer entries than before: it began again.
    if (n < this.#n) this.#heard.clear();
    this.#n = n;
    const fresh: string[] = [];
    // Backwards, because what is new stands at the end.
    for (let i = turns.length - 1; i >= 0; i--) {
      const turn = turns[i];
      if (!turn || this.#heard.has(turn.key)) break;
      this.#heard.add(turn.key);
      if (turn.by === 'assistant') fresh.unshift(plainText(wordsOf(turn, scene)));
    }
    if (isFirst) {
      this.#handover = view.handover.is;
      return view.resumed === 'no' ? [] : [count(texts.restored, turns.length, locale)];
    }
    const refusal = view.rejection === this.#rejection ? '' : refusalFor(scene);
    this.#rejection = view.rejection;
    const changed = view.handover.is !== this.#handover && WORTH.includes(view.handover.is);
    this.#handover = view.handover.is;
    const says = (view.ending?.says ?? []).filter((line) => !this.#heard.has(`ending.${line}`));
    says.forEach((line) => this.#heard.add(`ending.${line}`));
    return [...fresh, ...says.map(plainText), refusal, changed ? handoverWords(scene) : ''].filter(Boolean);
  }
}
