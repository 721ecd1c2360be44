/**
 * The tiny rich text of playbooks: **bold**, *italic* or _italic_, [label](address), lists ("- " at the start
 * of a line) and line breaks. A backslash takes the meaning from the mark after it. Parsed to a tree that is
 * rendered as text nodes; whatever is no mark stays text. Linear in the length of the source.
 */

export type RichNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic'; readonly nodes: readonly RichNode[] }
  | { readonly type: 'link'; readonly href: string; readonly nodes: readonly RichNode[] }
  | { readonly type: 'list'; readonly items: readonly (readonly RichNode[])[] }
  | { readonly type: 'break' };

/** A mark that is open, with what has been read since. */
interface Open {
  readonly mark: string;
  readonly nodes: RichNode[];
}

const DEEPEST = 4;
const ESCAPABLE = /[\\*_[\]()-]/;
const ESCAPED = /\\([\\*_[\]()-])/g;
/** Stops at the next bracket, so that reading many half links stays linear. */
const LINK_END = /\]\(([^\s()[\]]*)\)/y;

/** The tree of a text. Empty for an empty text; never throws. */
export function parseRichText(source: string): readonly RichNode[] {
  const nodes: RichNode[] = [];
  let items: RichNode[][] | undefined;
  const lines = source.split(/\r\n?|\n/);
  lines.forEach((line, index) => {
    const item = /^\s{0,3}-\s+(?=\S)/.exec(line);
    if (item) {
      if (!items) nodes.push({ type: 'list', items: (items = []) });
      items.push(parseLine(line.slice(item[0].length)));
      return;
    }
    if (index > 0 && !items) nodes.push({ type: 'break' });
    items = undefined;
    for (const node of parseLine(line)) nodes.push(node);
  });
  return nodes;
}

/** The same text without its marks, for a place that shows plain text. List items stand on lines of their own. */
export const plainText = (source: string): string => parseRichText(source).map(plain).join('').trim();

/** Makes data safe to stand inside rich text: it is shown as it is and never read as a mark. */
export const escapeRichText = (data: string): string =>
  data.replace(/\s+/g, ' ').replace(/[\\*_[\]]/g, '\\$&');

/**
 * Whether an address may become a link: http and https with a plain host, mailto, tel, or relative to the
 * page. Anything a browser could read as something else is refused: other schemes, `//host`, backslashes,
 * names before the host, invisible characters.
 */
export function isSafeHref(href: string): boolean {
  if (href === '' || /[\\\p{C}\p{Z}]/u.test(href)) return false;
  if (/^https?:/i.test(href)) return /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)/i.test(href);
  if (/^(?:mailto|tel):./i.test(href)) return true;
  return /^(?!\/\/)[^/?#:&]*(?:[/?#]|$)/.test(href);
}

function plain(node: RichNode): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'break') return '\n';
  if (node.type === 'list')
    return node.items.map((item) => `\n- ${item.map(plain).join('')}`).join('') + '\n';
  return node.nodes.map(plain).join('');
}

function append({ nodes }: Open, node: RichNode): void {
  const last = nodes.at(-1);
  if (node.type !== 'text' || last?.type !== 'text') nodes.push(node);
  else nodes[nodes.length - 1] = { type: 'text', text: last.text + node.text };
}

function parseLine(line: string): RichNode[] {
  const root: Open = { mark: '', nodes: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  let text = '';
  const flush = () => {
    if (text !== '') append(top(), { type: 'text', text });
    text = '';
  };
  /** Takes the innermost open mark back: it was no mark, its content stands where it stood. */
  const unopen = () => {
    flush();
    const open = stack.pop();
    if (open)
      for (const node of [{ type: 'text', text: open.mark } as const, ...open.nodes]) append(top(), node);
  };
  const isOpen = (mark: string) => stack.some((open) => open.mark === mark);
  const close = (mark: string, wrap: (nodes: RichNode[]) => RichNode[]) => {
    while (top().mark !== mark) unopen();
    flush();
    const { nodes } = top();
    stack.pop();
    for (const node of wrap(nodes)) append(top(), node);
  };
  const open = (mark: string) => {
    flush();
    stack.push({ mark, nodes: [] });
  };

  for (let i = 0; i < line.length;) {
    const char = line.charAt(i);
    const next = line.charAt(i + 1);
    if (char === '\\' && ESCAPABLE.test(next)) {
      text += next;
      i += 2;
    } else if (char === '*' || char === '_') {
      const third = top().mark === '*' && line.charAt(i + 2) === '*';
      const mark = char === '*' && next === '*' && !third ? '**' : char;
      const [before, after] = [line.charAt(i - 1), line.charAt(i + mark.length)];
      // "2*3" and "snake_case" are no marks; a double star is one even inside a word.
      const inWord = mark !== '**' && /\w/.test(before) && /\w/.test(after);
      if (isOpen(mark) && /\S/.test(before) && !inWord && (text !== '' || top().nodes.length > 0)) {
        close(mark, (nodes) => [{ type: mark === '**' ? 'bold' : 'italic', nodes }]);
      } else if (/\S/.test(after) && !inWord && !isOpen(mark) && stack.length <= DEEPEST) open(mark);
      else text += mark;
      i += mark.length;
    } else if (char === '[') {
      while (isOpen('[')) unopen();
      if (stack.length <= DEEPEST) open(char);
      else text += char;
      i += 1;
    } else if (char === ']' && isOpen('[')) {
      LINK_END.lastIndex = i;
      const end = LINK_END.exec(line);
      const href = (end?.[1] ?? '').replace(ESCAPED, '$1');
      if (!end) {
        while (isOpen('[')) unopen();
        text += char;
      } else
        close('[', (nodes) =>
          isSafeHref(href) && nodes.length > 0 ? [{ type: 'link', href, nodes }] : nodes,
        );
      i += end ? end[0].length : 1;
    } else {
      text += char;
      i += 1;
    }
  }
  while (stack.length > 1) unopen();
  flush();
  return root.nodes;
}
