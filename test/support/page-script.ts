/**
 * What the driver runs inside a page: functions turned into text. Text is evaluated by the browser's debugger, so
 * that a page's own content security policy does not matter. Such a function sees its arguments and the page, nothing
 * of the file it stands in.
 */

/** Arguments and results cross as JSON. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

// The TypeScript loader wraps inner functions in calls of __name, which a page does not have.
const frame = (body: string): string => `(async () => {
  const __name = (fn) => fn;
  try {
    return JSON.stringify({ value: await (async () => { ${body} })() });
  } catch (error) {
    return JSON.stringify({ error: String(error) + '\\n' + (error?.stack ?? '') });
  }
})()`;

const listOf = (args: readonly Json[]): string =>
  args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg))).join(', ');

/** Text that calls `fn` with `args`; a promise of what `readResult` understands. */
export const callText = (fn: (...args: never[]) => unknown, args: readonly Json[]): string =>
  frame(`return (${fn.toString()})(${listOf(args)});`);

/** The same with the element at `path` as the first argument; an error when there is none. */
export const callOnText = (path: string, fn: (...args: never[]) => unknown, args: readonly Json[]): string =>
  frame(`
    const element = (${find.toString()})(${JSON.stringify(path)});
    if (!element) throw new Error(${JSON.stringify(`Nothing matches ${path}`)});
    return (${fn.toString()})(element, ${listOf(args)});
  `);

/** The value that the text of this file came to; throws what was thrown in the page. */
export const readResult = (text: unknown): unknown => {
  const result = JSON.parse(String(text)) as { value?: unknown; error?: string };
  if (result.error !== undefined) throw new Error(`In the page: ${result.error}`);
  return result.value;
};

/**
 * The first element at a path of selectors joined by `>>>`, each looked for anywhere below the one before it, in
 * however many shadow roots.
 */
const find = (path: string): Element | null => {
  const within = (from: ParentNode): ParentNode[] => {
    const hosts = [...from.querySelectorAll('*')];
    if (from instanceof Element) hosts.unshift(from);
    return [from, ...hosts.flatMap((host) => (host.shadowRoot ? within(host.shadowRoot) : []))];
  };
  let from: ParentNode = document;
  for (const selector of path.split('>>>')) {
    const hits = within(from).map((root) => root.querySelector(selector.trim()));
    const hit = hits.find((element) => element !== null);
    if (!hit) return null;
    from = hit;
  }
  return from instanceof Element ? from : null;
};

export interface Target {
  readonly x: number;
  readonly y: number;
  /** What is in the way, in words; null when a click at the point reaches the element. */
  readonly trouble: string | null;
}

/** Scrolls the element into view and answers where to click it. Runs in the page. */
export const targetOf = (element: Element): Target => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const rect = element.getBoundingClientRect();
  const x = rect.x + rect.width / 2;
  const y = rect.y + rect.height / 2;
  if (rect.width === 0 || rect.height === 0) return { x, y, trouble: 'it has no size' };
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  for (let node: Node | null = top; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === element) return { x, y, trouble: null };
  }
  return {
    x,
    y,
    trouble: top ? `<${top.localName} class="${top.className}"> covers it` : 'it lies outside the window',
  };
};
