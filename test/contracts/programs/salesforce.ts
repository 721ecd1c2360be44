/** As https://developer.salesforce.com documents it: a lead by its external id, tasks, queries. */
import type { Manner } from './program.js';

export const salesforce: Manner = {
  id: (kind, n) => `${kind.endsWith('lead') ? '00Q' : '00T'}5g00000${`${n}`.padStart(8, '0')}`,
  run: ({ operation, request, body, records, fresh }) => {
    const last = decodeURIComponent(request.path.split('/').at(-1) ?? '');
    switch (operation) {
      case 'upsert lead': {
        const [known, kept] = [...records].find(([, one]) => one.body['Warmlead__c'] === last) ?? [];
        if (kept?.body['IsConverted'])
          return [
            400,
            [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead' }],
          ];
        const key = known ?? fresh();
        records.set(key, { kind: 'Lead', body: { ...kept?.body, ...body, Warmlead__c: last } });
        return [
          known === undefined ? 201 : 200,
          { id: key, success: true, errors: [], created: known === undefined },
        ];
      }
      case 'make task': {
        const key = fresh();
        records.set(key, { kind: 'Task', body });
        return [201, { id: key, success: true, errors: [] }];
      }
      case 'query': {
        const query = new URL(request.path, 'https://x.example').searchParams.get('q') ?? '';
        const [, who, subject] =
          /WhoId = '((?:\\.|[^'])*)' AND Subject = '((?:\\.|[^'])*)'/.exec(query) ?? [];
        const plain = (text = '') => text.replace(/\\(.)/g, '$1');
        const found = [...records].filter(
          ([, { kind, body: task }]) =>
            kind === 'Task' && task['WhoId'] === plain(who) && task['Subject'] === plain(subject),
        );
        return [200, { totalSize: found.length, done: true, records: found.map(([Id]) => ({ Id })) }];
      }
      case 'delete':
        return records.delete(last)
          ? [204, '']
          : [404, [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }]];
      default: {
        const kept = records.get(last);
        if (!kept) return [404, [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }]];
        records.set(last, { ...kept, body: { ...kept.body, ...body } });
        return [204, ''];
      }
    }
  },
  refuse: (why) => [
    400,
    [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', message: `bad value: ${why}`, fields: [why] }],
  ],
};
