import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../src/flow/log.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { began, KESTREL, leadOf, said } from './kestrel.js';

describe('the contact', () => {
  const steps: Playbook['steps'] = [
    { id: 'name', ask: 'Your name?', kind: 'text' },
    { id: 'company', ask: 'Your company?', kind: 'text' },
    { id: 'role', ask: 'Who decides?', options: ['me'] },
    { id: 'mail', ask: 'E-mail?', kind: 'email' },
    { id: 'mobile', ask: 'Phone?', kind: 'phone' },
    { id: 'card', ask: 'Who?', kind: 'contact', fields: ['name', 'email', 'company?'] },
  ];
  const playbook: Playbook = { ...KESTREL, steps, privacy: undefined };
  const contact = (...log: readonly Happening[]) => leadOf([began(), ...log], {}, playbook).contact;

  it('comes from questions of its own kind, and from plain ones named like a field', () => {
    assert.deepEqual(
      contact(
        said('name', '  Jo Lind '),
        said('company', 'Lind Ltd'),
        said('role', 'me'),
        said('mail', 'jo@lind.example'),
        said('mobile', '+44 7700 900123'),
      ),
      { name: 'Jo Lind', email: 'jo@lind.example', phone: '+44 7700 900123', company: 'Lind Ltd' },
    );
  });
  it('believes a card more than a plain question, and empty fields not at all', () => {
    assert.deepEqual(
      contact(
        said('name', 'Jo'),
        said('company', 'Lind Ltd'),
        said('role', 'me'),
        said('mail', 'jo@lind.example'),
        said('mobile', '+44 7700 900123'),
        said('card', {
          name: 'Jo Lind',
          email: 'jo@work.example',
          company: ' ',
          __proto__: 'x',
          admin: 'yes',
        } as never),
      ),
      { name: 'Jo Lind', email: 'jo@work.example', phone: '+44 7700 900123', company: 'Lind Ltd' },
    );
  });
  it('is cut where somebody pastes a book', () => {
    const name = contact(said('name', '😀'.repeat(900)))?.name ?? '';
    assert.deepEqual([[...name].length, name.endsWith('😀')], [500, true]);
  });
});
