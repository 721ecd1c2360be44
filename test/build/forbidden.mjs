/** Finds, in a syntax tree, what code may not touch: the world outside (time, chance, network, page) and HTML sinks. */
import { walk } from './syntax.mjs';

const globalNames = new Set(['document', 'window', 'localStorage', 'sessionStorage', 'indexedDB']);
const globalObjects = new Set(['globalThis', 'self', 'window']);

const nameOf = (node) =>
  node?.type === 'Identifier' ? node.name : node?.type === 'Literal' ? String(node.value) : undefined;

/** `a.b` and `a['b']` as ['a', 'b']; the object is undefined where it is not a plain name. */
const member = (node) =>
  node?.type === 'MemberExpression' && (!node.computed || node.property.type === 'Literal')
    ? [node.object.type === 'Identifier' ? node.object.name : undefined, nameOf(node.property)]
    : [];

const outsideIn = (node) => {
  const [object, property] = member(node);
  if (object === 'Date' && property === 'now') return 'Date.now';
  if (object === 'Math' && property === 'random') return 'Math.random';
  if (globalNames.has(object)) return object;
  if (globalObjects.has(object) && (globalNames.has(property) || property === 'fetch')) return property;
  const callee =
    node.type === 'CallExpression' || node.type === 'NewExpression' ? nameOf(node.callee) : undefined;
  if (callee === 'fetch') return 'fetch(';
  if (callee === 'Date' && node.arguments.length === 0) return 'new Date()';
  return undefined;
};

const markupSinks = [
  [/\sstyle\s*=/i, 'a style attribute in a template'],
  [/\son[a-z]+\s*=/i, 'an inline handler in a template'],
  [/\ssrcdoc\s*=/i, 'srcdoc in a template'],
  [/javascript:/i, 'a javascript: address in a template'],
];

const propertySinks = new Set([
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'insertAdjacentHTML',
  'createContextualFragment',
]);
const unsafeModules = /\/(unsafe-html|unsafe-svg|unsafe-mathml|static-html|style-map|static)\.js$/;

const callSink = (node) => {
  const callee = nameOf(node.callee);
  const [object, property] = member(node.callee);
  if (callee === 'eval') return 'eval';
  if (callee === 'Function' || (globalObjects.has(object) && property === 'Function')) return 'Function';
  if (object === 'document' && /^write(ln)?$/.test(property)) return `document.${property}`;
  const first = node.arguments[0];
  if (/^set(Timeout|Interval)$/.test(callee ?? property) && typeof first?.value === 'string')
    return 'a timer of text';
  if (property === 'setAttribute' && /^(on|style$|srcdoc$)/i.test(first?.value ?? '')) {
    return `setAttribute('${first.value}')`;
  }
  return undefined;
};

const sinksOf = (node) => {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return [callSink(node)];
  if (node.type === 'MemberExpression') return [member(node)[1]].filter((name) => propertySinks.has(name));
  if (node.type === 'ImportDeclaration' && unsafeModules.test(node.source.value)) return [node.source.value];
  if (node.type === 'TaggedTemplateExpression' && /^(html|svg)$/.test(nameOf(node.tag) ?? '')) {
    const markup = node.quasi.quasis.map(({ value }) => value.raw).join('${}');
    return markupSinks.filter(([pattern]) => pattern.test(markup)).map(([, words]) => words);
  }
  return [];
};

const collect = (tree, find) => {
  const found = [];
  walk(tree, (node) => found.push(...find(node).filter((words) => words !== undefined)));
  return found;
};

/** Time, chance, network, storage and page that the code reaches for by itself, each as often as it does. */
export const outsideWords = (tree) => collect(tree, (node) => [outsideIn(node)]);

/** Ways to turn text into HTML or code, each as often as it occurs. */
export const sinks = (tree) => collect(tree, sinksOf);
