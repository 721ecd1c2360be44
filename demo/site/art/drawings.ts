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

/** A cold-room door ajar, and the one sensor that notices. */
export const doorWatch = () =>
  html`<svg class="drawing" viewBox="0 0 480 270" aria-hidden="true">
    <path class="wash" d="M0 0h480v270H0z" />
    <path class="shelf" d="M0 238h480" />
    <path class="wall" d="M132 22h12v216h-12zM316 22h12v216h-12zM132 22h196v12H132z" />
    <path class="glass" d="M144 34h172v204H144z" />
    <g class="rime"><path d="M176 34v204M216 34v204M256 34v204" /></g>
    <path class="body" d="m316 34 76 26v184l-76-6z" />
    <path class="rule" d="m334 62 40 13v66l-40-8z" />
    <path d="M380 158v24" />
    <rect class="body" x="332" y="112" width="30" height="46" rx="8" />
    <circle class="lamp" cx="347" cy="144" r="4" />
    <path class="wave" d="M404 112c10 8 10 24 0 32M418 102c16 14 16 38 0 52M432 92c22 20 22 52 0 72" />
    <path class="trace-warm" d="M156 222c20-8 28 6 46-2s26 6 44-2 26 6 44-2" />
  </svg>`;

/** A wall of rooms, one of them warm and known. */
export const controlRoom = () =>
  html`<svg class="drawing" viewBox="0 0 480 270" aria-hidden="true">
    <path class="wash" d="M0 0h480v270H0z" />
    <rect class="body" x="62" y="34" width="356" height="176" rx="14" />
    <path class="rule" d="M180 50v144M299 50v144M78 122h324" />
    <path class="trace" d="M82 96c14 0 16-8 26-8s14 10 26 10 16-8 30-8" />
    <path class="trace" d="M196 92c12 0 14 8 26 8s16-10 28-10 16 6 34 6" />
    <path class="trace" d="M315 96c12 0 16-6 28-6s14 8 26 8 14-6 24-6" />
    <path class="trace" d="M82 168c12 0 14-8 26-8s14 8 28 8 14-6 28-6" />
    <path class="trace-warm" d="M196 172c16 0 20-2 28-14s14-18 24-18 18 4 36 2" />
    <path class="trace" d="M315 168c12 0 14-8 26-8s16 8 26 8 16-8 26-8" />
    <circle class="lamp" cx="92" cy="66" r="4" />
    <circle class="lamp" cx="210" cy="66" r="4" />
    <circle class="lamp" cx="329" cy="66" r="4" />
    <circle class="lamp" cx="92" cy="138" r="4" />
    <circle class="lamp" cx="329" cy="138" r="4" />
    <path d="M210 210v26M270 210v26M186 238h108" />
    <g class="tick">
      <circle cx="418" cy="206" r="28" />
      <path d="m405 207 9 9 18-20" />
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
