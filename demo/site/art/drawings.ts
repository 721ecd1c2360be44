/** Small drawings, coloured by the style sheet through their classes. */
import { html } from 'hono/html';

/** The mark: a kestrel hovering, wings up, seen from the front. */
export const mark = () =>
  html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M16 28c-1.9-3.2-2.9-5.9-3-8.500C9.5 17.3 5.6 12.6 2.5 6c5.9 1.3 10 3.5 12.3 6.600L16 9l1.2 3.600C19.5 9.5 23.6 7.3 29.5 6c-3.1 6.6-7 11.3-10.5 13.5-.1 2.6-1.1 5.3-3 8.500z"
    />
  </svg>`;

/** A probe on a freezer wall and the box that listens to it. */
export const probeKit = () =>
  html`<svg class="drawing" viewBox="0 0 480 270" aria-hidden="true">
    <path class="wash" d="M0 0h480v270H0z" />
    <path class="shelf" d="M0 214h480" />
    <g class="rime"><path d="M24 0v270M84 0v270M144 0v270M204 0v270M264 0v270" /></g>
    <path class="wall" d="M306 0h14v270h-14z" />
    <rect class="body" x="92" y="64" width="92" height="116" rx="18" />
    <rect class="glass" x="108" y="82" width="60" height="34" rx="6" />
    <text class="reading" x="138" y="105" text-anchor="middle">−21.4</text>
    <circle class="lamp" cx="138" cy="142" r="5" />
    <path class="cable" d="M138 180v20c0 18 14 26 34 26h66" />
    <rect class="tip" x="236" y="219" width="40" height="14" rx="7" />
    <rect class="body" x="372" y="122" width="76" height="92" rx="14" />
    <path class="cable" d="M392 122V88M428 122V88" />
    <circle class="lamp" cx="410" cy="186" r="4" />
    <path class="wave" d="M214 104c14 10 14 30 0 40M232 92c22 16 22 48 0 64M250 80c30 22 30 66 0 88" />
  </svg>`;

/** A day's log with one deviation, explained and signed. */
export const auditSuite = () =>
  html`<svg class="drawing" viewBox="0 0 480 270" aria-hidden="true">
    <path class="wash" d="M0 0h480v270H0z" />
    <rect class="sheet back" x="178" y="30" width="196" height="240" rx="8" />
    <rect class="sheet" x="122" y="46" width="212" height="240" rx="8" />
    <path class="heading" d="M146 78h84" />
    <path class="rule" d="M146 104h164M146 130h164M146 156h164M146 182h164M146 208h164M146 234h164" />
    <g class="entry"><path d="M146 117h34M146 143h34M146 169h34M146 195h34M146 221h34" /></g>
    <path class="trace" d="M196 118h26l8-2 10 3h30l8-2h30M196 144h40l8 2h64M196 196h60l10-2h42M196 222h112" />
    <path class="trace-warm" d="M196 171c16 0 18-1 24-10s12-6 16 2 10 8 18 8h54" />
    <g class="tick">
      <circle cx="378" cy="168" r="34" />
      <path d="m362 169 11 11 22-24" />
    </g>
  </svg>`;

/** A sheet of paper and a thermometer, for the guide. */
export const guide = () =>
  html`<svg class="drawing" viewBox="0 0 480 270" aria-hidden="true">
    <path class="wash" d="M0 0h480v270H0z" />
    <path class="grid" d="M64 60h240M64 100h240M64 140h240M64 180h240M64 220h240" />
    <path class="limit" d="M64 140h240" />
    <path
      class="trace-cold"
      d="M64 186c24 0 28-8 44-8s22 12 40 12 22-14 44-14 24 10 42 10 20-8 40-8 20 4 30 4"
    />
    <rect class="body" x="366" y="40" width="28" height="150" rx="14" />
    <circle class="body" cx="380" cy="206" r="28" />
    <path class="column" d="M380 206v-74" />
    <circle class="bulb" cx="380" cy="206" r="16" />
    <path class="ticks" d="M402 66h14M402 90h9M402 114h14M402 138h9M402 162h14" />
  </svg>`;
