/**
 * Says in an owner's words everything that does not fit the schema. Valibot decides whether a playbook is
 * valid; this walks the same schema and explains, field by field, in the order of the schema. Only for input
 * that passed the limits: it follows the input's nesting.
 */
import type * as v from 'valibot';
import { testSchema } from './condition-schema.js';
import type { Problem } from './error.js';
import { MOST_PROBLEMS } from './limits.js';
import { pathTo } from './path.js';
import { branchMeant, isOptional, nodeOf, type Check, type SchemaNode } from './schema-node.js';
import { isObject, own } from './unchecked.js';
import { expected, found, meantName, meantWord, nounOf } from './wording.js';

const TEST = nodeOf(testSchema).title;
const SHOWN = 40;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

/** Everything about `input` that does not fit `schema`; empty exactly when it fits. */
export const shapeProblems = (schema: v.GenericSchema, input: unknown): readonly Problem[] => {
  const problems: Problem[] = [];
  const add = (code: string, path: string, message: string, cure: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ level: 'error', code, path, message, cure });
  };

  const explain = (wanted: v.GenericSchema, value: unknown, path: string): void => {
    const meant = branchMeant(wanted, value);
    if (!meant) {
      const what = found(value);
      if (path)
        add(
          'field.type',
          path,
          `This should be ${expected(wanted).one}, but it is ${what}.`,
          typeCure(wanted, value),
        );
      else
        add(
          'playbook.not-an-object',
          path,
          `This is ${what} and not a playbook.`,
          'A playbook begins with { and ends with }.',
        );
      return;
    }
    const node = nodeOf(meant);
    switch (node.type) {
      case 'number':
        if (!Number.isFinite(value)) add('field.type', path, 'This is not a number.', 'Write a number.');
        break;
      case 'picklist': {
        const words = node.options as readonly string[];
        if (!words.includes(value as string)) {
          add('field.value', path, `${shown(value)} is not possible here.`, meantWord(value, words));
        }
        break;
      }
      case 'literal':
        if (value !== node.literal) {
          const only = JSON.stringify(node.literal);
          add('field.value', path, `${shown(value)} is not possible here.`, `Write ${only}.`);
        }
        break;
      case 'array':
        for (const [i, item] of (value as readonly unknown[]).entries()) {
          if (node.item) explain(node.item, item, pathTo(path, i));
        }
        break;
      case 'strict_tuple':
        explainTuple(node, value as readonly unknown[], path);
        break;
      case 'strict_object':
      case 'object_with_rest':
      case 'record':
        explainObject(node, value as { readonly [key: string]: unknown }, path);
        break;
    }
    for (const check of node.checks) explainCheck(check, value, path);
  };

  const explainTuple = (node: SchemaNode, value: readonly unknown[], path: string): void => {
    const items = node.items ?? [];
    if (value.length !== items.length) {
      add(
        'field.value',
        path,
        `This list should have ${items.length} entries, but it has ${value.length}.`,
        'Write the smallest and the largest number, for example [5, 20].',
      );
    }
    items.slice(0, value.length).forEach((item, i) => explain(item, value[i], pathTo(path, i)));
  };

  const explainObject = (
    node: SchemaNode,
    value: { readonly [key: string]: unknown },
    path: string,
  ): void => {
    const entries = node.entries ?? {};
    for (const [key, entry] of Object.entries(entries)) {
      const member = own(value, key);
      if (member !== undefined) explain(entry, member, pathTo(path, key));
      else if (!isOptional(entry)) {
        const what = nodeOf(entry).description ?? '';
        add('field.missing', pathTo(path, key), `The field "${key}" is missing.`, `Add "${key}": ${what}`);
      }
    }
    const further = node.rest ?? node.value;
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined || Object.prototype.hasOwnProperty.call(entries, key)) continue;
      const at = pathTo(path, key);
      if (further) explain(further, member, at);
      else if (node.title === TEST) {
        const cure = /^(is|eq|equals|=|==)$/i.test(key)
          ? 'Write the value itself without curly brackets; a bare value means "is".'
          : meantName(key, Object.keys(entries), 'tests');
        add('condition.unknown-test', at, `"${key}" is not a test.`, cure);
      } else {
        const message = `"${key}" is not a field of ${node.title === 'Playbook' ? 'the' : 'this'} ${nounOf(node.title)}.`;
        add('field.unknown', at, message, meantName(key, Object.keys(entries), 'fields'));
      }
    }
  };

  const explainCheck = (check: Check, value: unknown, path: string): void => {
    const bound = check.requirement as number;
    const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
    switch (check.type) {
      case 'min_length':
        if (size < bound) {
          const [what, cure] = Array.isArray(value)
            ? ['list', 'Put something into it']
            : ['text', 'Write something'];
          add(
            'field.empty',
            path,
            `This ${what} is empty.`,
            `${cure}, or remove the field if it is not needed.`,
          );
        }
        break;
      case 'max_length':
        if (size > bound) {
          add(
            'field.too-long',
            path,
            `This text has ${size} characters; at most ${bound} fit.`,
            'Shorten it.',
          );
        }
        break;
      case 'min_value':
        if ((value as number) < bound) {
          add('field.range', path, `${shown(value)} is too small.`, `Write ${bound} or more.`);
        }
        break;
      case 'max_value':
        if ((value as number) > bound) {
          add('field.range', path, `${shown(value)} is too large.`, `Write ${bound} or less.`);
        }
        break;
      case 'regex':
        if (!(check.requirement as RegExp).test(value as string)) {
          add('field.form', path, `${shown(value)} does not have the right form.`, String(check.message));
        }
        break;
    }
  };

  explain(schema, input, '');
  return problems;
};

const typeCure = (wanted: v.GenericSchema, value: unknown): string => {
  const takes = (example: unknown) => branchMeant(wanted, example) !== undefined;
  const isTested = nodeOf(wanted).type === 'union' && expected(wanted).one.includes(`a ${nounOf(TEST)} `);
  if (isTested && Array.isArray(value)) return `Write {"in": ${shown(value)}} if any of these will do.`;
  if (isTested && value === null) return 'Write {"known": false} to ask whether nothing is known.';
  if (value === null) return 'Remove the field, or give it a value.';
  if (typeof value === 'string' && takes(0) && value.trim() !== '' && Number.isFinite(Number(value))) {
    return `Write ${Number(value)} without quotation marks.`;
  }
  if (typeof value === 'string' && takes(true) && /^(true|false)$/i.test(value)) {
    return `Write ${value.toLowerCase()} without quotation marks.`;
  }
  if ((typeof value === 'number' || typeof value === 'boolean') && takes(''))
    return `Write "${value}" in quotation marks.`;
  if ((typeof value === 'string' || isObject(value)) && takes([value])) {
    return isObject(value)
      ? 'Put square brackets around it: [{…}].'
      : `Put square brackets around it: [${shown(value)}].`;
  }
  if (Array.isArray(value) && value.length === 1 && takes(value[0]))
    return 'Remove the square brackets around it.';
  const description = nodeOf(wanted).description;
  return description === undefined ? `Write ${expected(wanted).one}.` : `What belongs here: ${description}`;
};
