/** Checks documents by the published schema of leads. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import type { Fault } from '../../src/receiver/contract.js';

/** More than this nobody reads; a hostile document could have thousands. */
const MOST_FAULTS = 20;

const check = new Ajv2020({ allErrors: true, strict: false }).compile(leadSchema);
const { properties = {} } = leadSchema as { readonly properties?: object };
const KNOWN = new Set(Object.keys(properties));

/**
 * Faults of a document, none when it is a lead. Members of the document itself that the schema does not know
 * are removed: they come from a widget that is newer than this desk.
 */
export const checkLead = (document: unknown): readonly Fault[] => {
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) {
    for (const name of Object.keys(document)) {
      if (!KNOWN.has(name)) Reflect.deleteProperty(document, name);
    }
  }
  return check(document) ? [] : (check.errors ?? []).slice(0, MOST_FAULTS).map(faultFrom);
};

const faultFrom = ({ instancePath, message = 'is wrong', params }: ErrorObject): Fault => {
  const extra = (params as { additionalProperty?: unknown }).additionalProperty;
  return {
    path: instancePath,
    message: typeof extra === 'string' ? `${message}: ${extra.slice(0, 100)}` : message,
  };
};
