/** What can be set on the tag of a chat. */
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Opened } from '../../flow/log.js';
import type { Playbook } from '../../playbook/schema.js';

/** How a panel is shown. */
export interface Showing {
  readonly focus?: boolean;
  /** Who opened it; what is none of these, as a script of the page may write it, is such a script. */
  readonly by?: unknown;
  /** Of a trigger: which one. */
  readonly trigger?: string;
}

const OPENERS: readonly unknown[] = ['visitor', 'trigger', 'link'];

export const openedBy = ({ by, trigger }: Showing): Opened => ({
  by: OPENERS.includes(by) ? (by as Opened['by']) : 'api',
  ...(trigger && { trigger }),
});

export class ChatAttributes extends LitElement {
  /** Every chat of this tab is tried out, see `embed/trial.ts`. */
  static isTrial = false;

  static override properties: PropertyDeclarations = {
    mode: { reflect: true },
    playbook: {},
    name: { reflect: true },
    locale: {},
    accent: {},
    side: { reflect: true },
    scheme: { reflect: true },
    label: {},
    offset: {},
    open: { type: Boolean, reflect: true },
    landing: { attribute: false },
    storage: {},
    events: {},
    test: { type: Boolean },
    fallbackEmail: { attribute: 'fallback-email' },
    fallbackPhone: { attribute: 'fallback-phone' },
    fallbackUrl: { attribute: 'fallback-url' },
  };

  /** Where the chat stands: in a corner, inside the page, or as the page. */
  declare mode: 'floating' | 'inline' | 'page';
  /** The playbook or its address. Fixed once the conversation has begun. */
  declare playbook: Playbook | object | string;
  /** Tells several chats over one playbook apart. */
  declare name: string;
  /** Language, for example `de-AT`. Empty: the playbook's own. */
  declare locale: string;
  /** Any CSS colour. Empty: `--warmlead-accent`, else the playbook's. */
  declare accent: string;
  /** The corner. Left out: the playbook's, else the right one. */
  declare side: 'left' | 'right' | 'start' | 'end' | undefined;
  /** Left out: the playbook's, else as the device says. */
  declare scheme: 'auto' | 'light' | 'dark' | undefined;
  /** Words on the launcher. Empty: a round button. */
  declare label: string;
  /** Distance of the launcher from the lower edge in pixels. */
  declare offset: string;
  /** Whether a floating panel is shown. */
  declare open: boolean;
  /** Where the visit began, as long as it is known. */
  declare landing: string;
  /** What the page says on storing, for a playbook that asks: `yes` or `no`. May change at any time. */
  declare storage: string;
  /** Where the page's tag manager is told what happens: the name of its data layer, or `gtag`. Empty: nowhere. */
  declare events: string;
  /** A trial: leads say so, and so does the panel. */
  declare test: boolean;
  /** How the panel came to be opened, told to the conversation when it begins. */
  opened: Opened | undefined;
  declare fallbackEmail: string;
  declare fallbackPhone: string;
  declare fallbackUrl: string;

  /** Whether the visitor opened or closed the panel last, and no script of the page. */
  byVisitor = false;

  constructor() {
    super();
    this.mode = 'floating';
    this.playbook = this.name = this.locale = this.accent = this.label = this.offset = this.landing = '';
    this.fallbackEmail = this.fallbackPhone = this.fallbackUrl = this.storage = this.events = '';
    this.open = this.test = false;
  }

  get isTest(): boolean {
    return this.test || ChatAttributes.isTrial;
  }
}
