/** Writes the JSON Schemas of a playbook and of a lead into the folder that is named. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { playbookJsonSchema } from '../../src/authoring/playbook-json-schema.js';
import { leadSchema } from '../../src/lead/lead.schema.js';

const folder = process.argv[2] ?? '.';

const write = (file: string, schema: object): void => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  // Throws where the document is no JSON Schema.
  ajv.compile(schema);
  writeFileSync(join(folder, file), `${JSON.stringify(schema, null, 2)}\n`);
};

write('playbook.schema.json', playbookJsonSchema());
write('lead.schema.json', leadSchema);
