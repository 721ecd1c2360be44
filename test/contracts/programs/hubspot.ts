/** As https://developers.hubspot.com documents it: objects under ids, upsert by e-mail address, search by properties. */
import { valueAt } from './body.js';
import type { Kept, Manner } from './program.js';

type Properties = Record<string, string>;
const propertiesOf = (body: Kept['body']): Properties => body['properties'] as Properties;

/** `/crm/v3/objects/notes/12` → notes, 12. */
const placeIn = (path: string): readonly string[] => path.replace('/crm/v3/objects/', '').split('/');

export const hubspot: Manner = {
  id: (_kind, n) => `${9000 + n}`,
  run: ({ operation, request, body, records, fresh }) => {
    const [kind = '', id = ''] = placeIn(request.path);
    const missing = [
      404,
      { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'resource not found' },
    ] as const;
    switch (operation) {
      case 'upsert contact': {
        const properties = valueAt(body, 'inputs.0.properties') as Properties;
        const [known] =
          [...records].find(
            ([, kept]) =>
              kept.kind === 'contacts' && propertiesOf(kept.body)['email'] === properties['email'],
          ) ?? [];
        const before = known === undefined ? {} : propertiesOf(records.get(known)?.body ?? {});
        const key = known ?? fresh();
        records.set(key, { kind, body: { properties: { ...before, ...properties } } });
        return [200, { status: 'COMPLETE', results: [{ id: key, new: known === undefined, properties }] }];
      }
      case 'search': {
        const filters = valueAt(body, 'filterGroups.0.filters') as { propertyName: string; value: string }[];
        const found = [...records].filter(
          ([, kept]) =>
            kept.kind === kind &&
            filters.every(({ propertyName, value }) =>
              propertyName === 'associations.contact'
                ? valueAt(kept.body, 'associations.0.to.id') === value
                : propertiesOf(kept.body)[propertyName] === value,
            ),
        );
        return [200, { total: found.length, results: found.map(([key]) => ({ id: key })).slice(0, 1) }];
      }
      case 'delete':
        // Deleting twice is no error there.
        records.delete(id);
        return [204, ''];
      case 'make contact':
      case 'make lead':
      case 'make note':
      case 'make task': {
        const contact = valueAt(body, 'associations.0.to.id') as string | undefined;
        if (contact !== undefined && records.get(contact)?.kind !== 'contacts')
          return [
            400,
            { status: 'error', message: `CONTACT=${contact} is not valid`, category: 'VALIDATION_ERROR' },
          ];
        const key = fresh();
        records.set(key, { kind, body });
        return [201, { id: key, properties: body['properties'] }];
      }
      default: {
        const kept = records.get(id);
        if (kept?.kind !== kind) return missing;
        const properties = { ...propertiesOf(kept.body), ...propertiesOf(body) };
        records.set(id, { kind, body: { ...kept.body, properties } });
        return [200, { id, properties }];
      }
    }
  },
  refuse: (why) => [
    400,
    { status: 'error', message: `Property values were not valid: ${why}`, category: 'VALIDATION_ERROR' },
  ],
};
