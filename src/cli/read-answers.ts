/**
 * Reads questions and answers from a page: what it tells search engines (FAQPage), what folds out (details), lists of
 * terms (dl), and headings with the text below them.
 */
import { parseDocument } from 'htmlparser2';
import type { FoundAnswer } from '../authoring/learned.js';
import { escapeRichText, isSafeHref } from '../flow/rich-text.js';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;
type Parent = { readonly children: readonly Node[] };

/** Never read as text. */
const SILENT = new Set('script style template noscript svg'.split(' '));
/** Stands around the content of a page. */
const AROUND = new Set('nav footer aside'.split(' '));
/** No part of an answer either. */
const SKIPPED = new Set([...SILENT, ...AROUND, ...'header form button select iframe'.split(' ')]);
const BLOCKS = new Set(
  'p div section article ul ol table tr dl dd blockquote pre figure main body details'.split(' '),
);
const HEADING = /^h[1-6]$/;
const ASKS = /[?？؟]\s*$/;

const isElement = (node: Node): node is Element => 'attribs' in node;
const every = (parent: Parent, test: (element: Element) => boolean): readonly Element[] =>
  parent.children.flatMap((node) =>
    isElement(node) ? [...(test(node) ? [node] : []), ...every(node, test)] : [],
  );
const named = (parent: Parent, name: string) => every(parent, (element) => element.name === name);

/** The text of a part as rich text. A node that `leaveOut` takes is not part of it. */
const rich = (nodes: readonly Node[], leaveOut: (element: Element) => boolean = () => false): string =>
  nodes
    .map((node): string => {
      if (!isElement(node)) return node.type === 'text' ? escapeRichText(node.data) : '';
      if (SKIPPED.has(node.name) || leaveOut(node)) return '';
      const inside = rich(node.children, leaveOut);
      const words = inside.replace(/\s+/g, ' ').trim();
      if (node.name === 'br') return '\n';
      if (node.name === 'li') return words && `\n- ${words}\n`;
      if (BLOCKS.has(node.name) || HEADING.test(node.name)) return `\n${inside}\n`;
      if (!words) return inside && ' ';
      if (node.name === 'b' || node.name === 'strong') return marked(inside, '**');
      if (node.name === 'i' || node.name === 'em') return marked(inside, '*');
      const { href } = node.attribs;
      return node.name === 'a' && href && isSafeHref(href) && !/[()[\]\s]/.test(href)
        ? inside.replace(words, `[${words}](${href})`)
        : inside;
    })
    .join('');

/** Marks stand at the words, blanks outside of them. */
const marked = (text: string, mark: string): string =>
  text.replace(/^(\s*)([^]*?)(\s*)$/, (_, before: string, words: string, after: string) =>
    words.includes('\n') ? text : `${before}${mark}${words}${mark}${after}`,
  );

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Also the text of buttons: what opens an answer often is one. */
const plain = (nodes: readonly Node[]): string =>
  nodes
    .map((node): string => {
      if (!isElement(node)) return 'data' in node ? node.data : '';
      return SILENT.has(node.name) ? '' : plain(node.children);
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** Questions anywhere in what a page tells search engines. */
const questionsIn = (value: unknown): readonly FoundAnswer[] => {
  if (Array.isArray(value)) return value.flatMap(questionsIn);
  if (!isObject(value)) return [];
  if (value['@type'] !== 'Question') return Object.values(value).flatMap(questionsIn);
  const answer: unknown = [value['acceptedAnswer'] ?? value['suggestedAnswer']].flat()[0];
  const { name } = value;
  const text = isObject(answer) ? answer['text'] : '';
  if (typeof name !== 'string' || typeof text !== 'string') return [];
  return [
    { questions: [plain(parseDocument(name).children)], answer: tidy(rich(parseDocument(text).children)) },
  ];
};

const forSearchEngines = (page: Parent): readonly FoundAnswer[] =>
  named(page, 'script')
    .filter(({ attribs }) => attribs['type']?.trim().toLowerCase() === 'application/ld+json')
    .flatMap(({ children }) => {
      try {
        return questionsIn(JSON.parse(children.map((node) => ('data' in node ? node.data : '')).join('')));
      } catch {
        return [];
      }
    });

const foldedOut = (page: Parent, urlOf: (element: Element) => string | undefined): readonly FoundAnswer[] =>
  named(page, 'details').flatMap((details) => {
    const [summary] = named(details, 'summary');
    return summary
      ? [
          found(
            plain(summary.children),
            rich(details.children, (one) => one === summary),
            urlOf(details),
          ),
        ]
      : [];
  });

const terms = (page: Parent, urlOf: (element: Element) => string | undefined): readonly FoundAnswer[] =>
  named(page, 'dl').flatMap((list) => {
    const parts = every(list, ({ name }) => name === 'dt' || name === 'dd');
    return parts.flatMap((term, i) => {
      const next = parts[i + 1];
      return term.name === 'dt' && next?.name === 'dd' && ASKS.test(plain(term.children))
        ? [found(plain(term.children), rich(next.children), urlOf(term))]
        : [];
    });
  });

/** Headings with what follows them, up to the next heading, however either is wrapped. */
const headed = (page: Parent, urlOf: (element: Element) => string | undefined): readonly FoundAnswer[] => {
  const sections: { readonly heading: Element; readonly nodes: Node[] }[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      const section = sections.at(-1);
      if (!isElement(node)) section?.nodes.push(node);
      else if (SILENT.has(node.name) || AROUND.has(node.name)) continue;
      else if (HEADING.test(node.name)) sections.push({ heading: node, nodes: [] });
      else if (every(node, ({ name }) => HEADING.test(name)).length > 0) walk(node.children);
      else section?.nodes.push(node);
    }
  };
  walk(page.children);
  return sections.map(({ heading, nodes }) =>
    found(
      plain(heading.children),
      rich(nodes, ({ name }) => name === 'details'),
      urlOf(heading),
    ),
  );
};

const found = (question: string, answer: string, url: string | undefined): FoundAnswer => ({
  questions: [question],
  answer: tidy(answer),
  ...(url !== undefined && { url }),
});

/**
 * Never throws. Headings count where they ask something; all with a text below them where a page has nothing else. An
 * address comes along only where the page says its own (rel="canonical").
 */
export const readAnswers = (html: string): readonly FoundAnswer[] => {
  const page = parseDocument(html);
  const canonical = named(page, 'link').find(({ attribs }) => attribs['rel'] === 'canonical')?.attribs[
    'href'
  ];
  const urlOf = ({ attribs }: Element): string | undefined =>
    canonical && (attribs['id'] ? `${canonical}#${attribs['id']}` : canonical);
  const headings = headed(page, urlOf).filter(({ answer }) => answer !== '');
  const sure = [
    ...foldedOut(page, urlOf),
    ...terms(page, urlOf),
    ...headings.filter(({ questions }) => ASKS.test(questions[0] ?? '')),
    ...forSearchEngines(page),
  ].filter(({ answer }) => answer !== '');
  return sure.length > 0 ? sure : headings;
};
