import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FURTHER } from '../../src/flow/kinds/further.js';
import { parseAnswer } from '../../src/flow/kinds/index.js';
import { likelyAddress, notBusiness } from '../../src/flow/kinds/mail-domains.js';
import type { Step } from '../../src/playbook/schema.js';

describe('the domain of an address', () => {
  const slips: readonly (readonly [typed: string, meant: string | undefined])[] = [
    ['jo@gmial.com', 'jo@gmail.com'],
    ['jo@gmal.com', 'jo@gmail.com'],
    ['jo@gmaill.com', 'jo@gmail.com'],
    ['jo@gmail.con', 'jo@gmail.com'],
    ['jo@gmail.co', 'jo@gmail.com'],
    ['jo@hotmial.com', 'jo@hotmail.com'],
    ['Jo@outlok.com', 'Jo@outlook.com'],
    ['jo@yaho.de', 'jo@yahoo.de'],
    ['jo@gmail.com', undefined],
    ['jo@mail.com', undefined],
    ['jo@acme.com', undefined],
    ['jo@hotmail.de', undefined],
    ['jo@yahoo.co', 'jo@yahoo.com'],
    ['jo@mailinator.com', undefined],
  ];
  for (const [typed, meant] of slips)
    it(`${typed} ${meant ? `was meant to be ${meant}` : 'is as it was meant'}`, () =>
      assert.equal(likelyAddress(typed), meant));

  it('tells mail that is thrown away before free mail', () => {
    assert.equal(notBusiness('jo@mailinator.com'), 'disposable');
    assert.equal(notBusiness('jo@my.yopmail.com'), 'disposable');
    assert.equal(notBusiness('jo@temp-mail.org'), 'disposable');
    assert.equal(notBusiness('jo@GMX.de'), 'free');
    assert.equal(notBusiness('jo@acme.com'), undefined);
    assert.equal(notBusiness('jo@contemporary-mail.example'), undefined);
  });
});

describe('an address at work', () => {
  const step: Step = { id: 'mail', kind: 'email', business: 'require' };
  const card: Step = { id: 'card', kind: 'contact', fields: ['name', 'email'], business: 'require' };
  const codeOf = (asked: Step, raw: string, before?: object) => {
    const parsed = parseAnswer(asked, raw, [], 'en', { ...FURTHER, before: before as never });
    return parsed.ok ? 'taken' : parsed.code;
  };

  it('is asked for once; the only one somebody has is taken', () => {
    assert.equal(codeOf(step, 'jo@acme.com'), 'taken');
    assert.equal(codeOf(step, 'jo@gmail.com'), 'email.free');
    assert.equal(codeOf(step, 'jo@yopmail.com'), 'email.disposable');
    const before = { step: 'mail', code: 'email.free', raw: 'jo@gmail.com' };
    assert.equal(codeOf(step, ' jo@gmail.com', before), 'taken');
    assert.equal(codeOf(step, 'jo@web.de', before), 'email.free');
    assert.equal(codeOf(step, 'jo@gmail.com', { ...before, step: 'other' }), 'email.free');
    assert.equal(codeOf(step, 'jo@gmail.com', { ...before, code: 'email.invalid' }), 'email.free');
  });

  it('is asked for on a card as well', () => {
    const raw = JSON.stringify({ name: 'Jo', email: 'jo@gmail.com' });
    const parsed = parseAnswer(card, raw, [], 'en', FURTHER);
    assert.deepEqual(parsed, {
      ok: false,
      code: 'email.free',
      field: 'email',
      fields: { email: 'email.free' },
    });
    const before = { step: 'card', raw, ...(parsed as object) };
    assert.equal(codeOf(card, JSON.stringify({ name: 'Jo Lind', email: 'jo@gmail.com' }), before), 'taken');
  });

  it('is not asked for where it is only preferred, or not at all', () => {
    assert.equal(codeOf({ ...step, business: 'prefer' }, 'jo@gmail.com'), 'taken');
    assert.equal(codeOf({ id: 'mail', kind: 'email' }, 'jo@mailinator.com'), 'taken');
  });
});
