/** The product drawings as files of their own, for the cards in the chat. */
import { auditSuite, controlRoom, doorWatch, probeKit } from './drawings.js';

const DRAWINGS: ReadonlyMap<string, () => { toString(): string } | Promise<unknown>> = new Map([
  ['probe-kit', probeKit],
  ['audit-suite', auditSuite],
  ['door-watch', doorWatch],
  ['control-room', controlRoom],
]);

/** The few rules of the style sheet that these need, in both schemes. */
const STYLE = `<style>
path,rect,circle{fill:none;stroke:#0f766e;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.wash{fill:#e9f4f2;stroke:none}.shelf,.rime path,.rule{stroke:#bfdcd8}.wall{fill:#cfe6e2;stroke:none}
.body,.sheet{fill:#fff}.sheet.back{stroke:#8fc1ba}.glass{fill:#e9f4f2;stroke:none}
.reading{font:500 17px ui-monospace,Menlo,Consolas,monospace;fill:#1c2b2e}
.lamp{fill:#0f766e;stroke:none}.wave,.entry path{stroke:#6bada5}.entry path{stroke-width:4}
.heading{stroke:#1c2b2e;stroke-width:6}.trace-warm{stroke:#c2541f}
.tick circle{fill:#0f766e;stroke:none}.tick path{stroke:#fff;stroke-width:4}
@media (prefers-color-scheme:dark){
path,rect,circle{stroke:#6fd0c3}.wash{fill:#1b2a2c}.shelf,.rime path,.rule{stroke:#2c4446}.wall{fill:#26393b;stroke:none}
.body,.sheet{fill:#162023}.sheet.back{stroke:#3f6b69}.glass{fill:#1b2a2c}.reading{fill:#ecf3f2}.heading{stroke:#ecf3f2}
.lamp{fill:#6fd0c3}.wave,.entry path{stroke:#4a8a83}.trace-warm{stroke:#f0935a}.tick circle{fill:#6fd0c3}.tick path{stroke:#10201f}
}</style>`;

/** A complete SVG file, or null when there is no such product. */
export const productPicture = (name: string): string | null => {
  const drawing = DRAWINGS.get(name)?.();
  if (!drawing) return null;
  return String(drawing)
    .replace('<svg class="drawing"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(' aria-hidden="true">', `>${STYLE}`);
};
