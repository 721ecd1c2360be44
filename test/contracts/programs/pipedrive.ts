/** As Pipedrive describes its API in github.com/pipedrive/client-nodejs. */
import { valueAt } from './body.js';
import type { Manner } from './program.js';

const KINDS: Readonly<Record<string, string>> = {
  persons: 'person',
  organizations: 'organisation',
  leads: 'lead',
  notes: 'note',
  activities: 'activity',
};

export const pipedrive: Manner = {
  id: (kind, n) =>
    kind.endsWith('lead') ? `00000000-0000-4000-8000-${`${n}`.padStart(12, '0')}` : `${100 + n}`,
  run: ({ operation, request, body, records, fresh }) => {
    const { pathname, searchParams } = new URL(request.path, 'https://x.example');
    const [, , , place = '', id = ''] = pathname.split('/');
    const kind = KINDS[place] ?? '';
    const ofKind = [...records].filter(([, kept]) => kept.kind === kind);
    if (operation === 'search') {
      const term = searchParams.get('term');
      const way =
        { email: 'emails.0.value', phone: 'phones.0.value', name: 'name' }[
          searchParams.get('fields') ?? ''
        ] ?? '';
      const found = ofKind.filter(([, kept]) => valueAt(kept.body, way) === term);
      return [200, { success: true, data: { items: found.map(([key]) => ({ item: { id: Number(key) } })) } }];
    }
    if (operation === 'list') {
      const [[name, value] = ['', '']] = [...searchParams];
      const found = ofKind.filter(([, kept]) => `${kept.body[name] as string}` === value);
      return [200, { success: true, data: found.map(([key, kept]) => ({ ...kept.body, id: key })) }];
    }
    if (operation === 'delete')
      return records.delete(id)
        ? [200, { success: true, data: { id } }]
        : [404, { success: false, error: 'Not found' }];
    if (operation.startsWith('make')) {
      const key = fresh();
      records.set(key, { kind, body });
      return [201, { success: true, data: { id: kind === 'lead' ? key : Number(key) } }];
    }
    const kept = records.get(id);
    if (!kept) return [404, { success: false, error: 'Not found' }];
    records.set(id, { kind, body: { ...kept.body, ...body } });
    return [200, { success: true, data: { id } }];
  },
  refuse: (why) => [400, { success: false, error: `Validation failed: ${why}` }],
};
