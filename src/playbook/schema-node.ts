/**
 * Reading a valibot schema as data. The library says whether a playbook fits; to say in an owner's words what
 * does not fit, and where, one has to know what the schema expected there.
 */
import type * as v from 'valibot';

/** One schema, with the checks and notes that were piped behind it gathered up. */
export interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly rest?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly items?: readonly v.GenericSchema[];
  readonly value?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly checks: readonly Check[];
  /** The name of the object, for example `Step`. */
  readonly title?: string;
  /** The sentence that an editor shows for the field. */
  readonly description?: string;
}

export interface Check {
  readonly type: string;
  readonly requirement?: unknown;
  readonly message?: unknown;
}

interface Loose {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Loose[];
  readonly wrapped?: Loose;
  readonly getter?: (input: unknown) => Loose;
  readonly metadata?: { readonly title?: string };
  readonly description?: string;
}

/** Schemas never change, so each is taken apart once. */
const nodes = new WeakMap<v.GenericSchema, SchemaNode>();
const branches = new WeakMap<v.GenericSchema, readonly v.GenericSchema[]>();

/** Takes off what wraps a schema: being optional, being looked up late, being followed by checks. */
export const nodeOf = (schema: v.GenericSchema): SchemaNode => {
  const known = nodes.get(schema);
  if (known) return known;
  const node = unwrapped(schema);
  nodes.set(schema, node);
  return node;
};

const unwrapped = (schema: v.GenericSchema): SchemaNode => {
  // Valibot's types hide these fields behind one type for each schema; they are its documented structure.
  let inner = schema as unknown as Loose;
  const checks: Check[] = [];
  let title: string | undefined;
  let description: string | undefined;
  for (;;) {
    if (inner.pipe) {
      for (const action of inner.pipe.slice(1)) {
        if (action.kind === 'validation') checks.push(action);
        title ??= action.metadata?.title;
        description ??= action.description;
      }
      inner = inner.pipe[0] ?? inner;
    } else if (inner.wrapped) inner = inner.wrapped;
    else if (inner.getter) inner = inner.getter(undefined);
    else return { ...(inner as unknown as SchemaNode), checks, title, description };
  }
};

export const isOptional = (schema: v.GenericSchema): boolean => schema.type === 'optional';

/** The branches of a union, nested unions spread out. Anything else is its own only branch. */
export const branchesOf = (schema: v.GenericSchema): readonly v.GenericSchema[] => {
  const known = branches.get(schema);
  if (known) return known;
  const node = nodeOf(schema);
  const found =
    node.type === 'union' ? (node.options as readonly v.GenericSchema[]).flatMap(branchesOf) : [schema];
  branches.set(schema, found);
  return found;
};

/** Whether a value is of the sort that a schema is for, whatever is inside it. */
export const isMeantFor = (schema: v.GenericSchema, value: unknown): boolean => {
  const { type, literal } = nodeOf(schema);
  switch (type) {
    case 'unknown':
      return true;
    case 'string':
    case 'picklist':
      return typeof value === 'string';
    case 'literal':
      return typeof value === typeof literal;
    case 'array':
    case 'strict_tuple':
      return Array.isArray(value);
    case 'strict_object':
    case 'object_with_rest':
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
};

/** The branch that the author meant: the one for this sort of value and, in a list, for its first item. */
export const branchMeant = (schema: v.GenericSchema, value: unknown): v.GenericSchema | undefined => {
  const fitting = branchesOf(schema).filter((branch) => isMeantFor(branch, value));
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (first === undefined || fitting.length < 2) return fitting[0];
  return (
    fitting.find((branch) => {
      const { item } = nodeOf(branch);
      return item !== undefined && branchesOf(item).some((one) => isMeantFor(one, first));
    }) ?? fitting[0]
  );
};
