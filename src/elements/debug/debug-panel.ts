/** The owner's panel of `?warmlead=debug`: says how things stand, and asks for a test lead. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { adopt } from '../css.js';
import { debugCss } from './debug.css.js';

export interface DebugLine {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
}
export interface DebugSection {
  readonly title: string;
  readonly lines: readonly DebugLine[];
}

const section = ({ title, lines }: DebugSection): TemplateResult | typeof nothing =>
  lines.length > 0
    ? html`<h3>${title}</h3>
        <ul>
          ${lines.map(({ text, tone }) => html`<li class=${tone}>${text}</li>`)}
        </ul>`
    : nothing;

/**
 * In English, like all that owners read, whatever the page's language. Asks with the event `send-test`; where
 * copying is not allowed, the report stands there to be copied by hand.
 */
export class DebugPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    sections: { attribute: false },
    report: { attribute: false },
    canSend: { attribute: false },
    isSending: { attribute: false },
    isFolded: { state: true },
    copied: { state: true },
  };
  declare sections: readonly DebugSection[];
  declare report: string;
  /** There is a destination to send to. */
  declare canSend: boolean;
  declare isSending: boolean;
  declare isFolded: boolean;
  declare copied: 'not' | 'yes' | 'by-hand';

  constructor() {
    super();
    this.sections = [];
    this.report = '';
    this.canSend = this.isSending = false;
    this.isFolded = matchMedia('(max-width: 480px)').matches;
    this.copied = 'not';
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    adopt(root, debugCss);
    return root;
  }

  protected override render(): unknown {
    const { isFolded, copied } = this;
    return html`<section lang="en" dir="ltr" aria-labelledby="title">
      <header>
        <h2 id="title">Warmlead debug</h2>
        <button type="button" aria-expanded=${!isFolded} @click=${this.#fold}>
          ${isFolded ? 'Show' : 'Hide'}
        </button>
      </header>
      ${
        isFolded
          ? nothing
          : html`<div class="body" role="status" tabindex="0">
                ${this.sections.map(section)}
                ${
                  copied === 'by-hand'
                    ? html`<h3>Report</h3>
                        <textarea readonly aria-label="Report" .value=${this.report}></textarea>`
                    : nothing
                }
              </div>
              <footer>
                <button type="button" ?disabled=${!this.canSend || this.isSending} @click=${this.#send}>
                  ${this.isSending ? 'Sending…' : 'Send test lead'}
                </button>
                <button type="button" @click=${this.#copy}>
                  ${copied === 'yes' ? 'Copied' : 'Copy report'}
                </button>
              </footer>`
      }
    </section>`;
  }

  readonly #fold = (): void => void (this.isFolded = !this.isFolded);

  readonly #send = (): void => void this.dispatchEvent(new Event('send-test'));

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.report);
      this.copied = 'yes';
    } catch {
      this.copied = 'by-hand';
    }
  };
}
