/**
 * The playbook's schema as a JSON Schema document, for completion in editors and for other tools. Made when
 * the package is built; no page ever loads this.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { conditionShape } from '../playbook/condition-schema.js';
import { playbookSchema } from '../playbook/schema.js';

interface Node {
  [key: string]: unknown;
  title?: string;
  about?: string;
  description?: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/**
 * JSON Schema 2020-12 of a playbook. Every object is a definition with its name, every field has a
 * description. It accepts exactly what `parsePlaybook` accepts, but for the limits of size and depth.
 */
export const playbookJsonSchema = (): Readonly<Record<string, unknown>> => {
  const {
    $schema,
    $defs: condition,
    ...root
  } = toJsonSchema(playbookSchema, {
    target: 'draft-2020-12',
    definitions: { Condition: conditionShape },
  }) as Node;
  const definitions: Record<string, Node> = {};

  /** Moves a named object into the definitions and leaves a reference; `isRoot` keeps it where it is. */
  const tidy = (value: unknown, isRoot = false): unknown => {
    if (Array.isArray(value)) return value.map((item) => tidy(item));
    if (!isNode(value)) return value;
    const tidied: Node = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tidy(item)]));
    const { title, about, description, ...rest } = tidied;
    if (typeof title !== 'string' || typeof about !== 'string') return tidied;
    const definition = { title, description: about, ...rest };
    if (isRoot) return definition;
    definitions[title] ??= definition;
    const $ref = `#/$defs/${title}`;
    return description === undefined ? { $ref } : { description, $ref };
  };

  const document = tidy(root, true) as Node;
  for (const part of Object.values(isNode(condition) ? condition : {})) tidy(part);
  return { $schema, ...document, $defs: definitions };
};
