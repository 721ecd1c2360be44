import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPlaybook } from '../../src/authoring/check.js';
import { checkText } from '../../src/authoring/check-text.js';
import { segmentsOf } from '../../src/playbook/path.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { changed, textOfFixture, whole } from '../playbook/fixtures.js';
import { playbooks } from '../flow/arbitrary.js';
import { checkWith, itFinds } from './check-rows.js';

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: readonly string[]): string => parts.join('');
const hex = (length: number): string => '3f9a0c7e5b1d48f2'.repeat(8).slice(0, length);
const mixed = (length: number): string => 'a8Kd93LmQ0zX7wVb2Rt5'.repeat(20).slice(0, length);
const uuid = '3f9a0c7e-5b1d-48f2-a6c4-e8b0d2f4a6c8';

const SECRETS: readonly (readonly [what: string, text: string])[] = [
  ['Slack channel', made('https://hooks.slack', '.com/services/T00000000/B00000000/', mixed(24))],
  ['Slack channel', made('https://hooks.slack', '.com/triggers/T00000000/1234567890/', hex(32))],
  ['Slack access key', made('xox', 'b-123456789012-', mixed(24))],
  ['Discord channel', made('https://discord', '.com/api/webhooks/123456789012345678/', mixed(68))],
  [
    'Teams channel',
    made('https://kestrel', `.webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/`),
  ],
  [
    'Google Chat space',
    made('https://chat.googleapis', `.com/v1/spaces/AAAA/messages?key=x&token=${mixed(30)}`),
  ],
  ['Telegram bot', made('123456789', ':AA', mixed(33))],
  ['signing secret', made('whsec', '_', mixed(32))],
  ['Stripe secret key', made('sk', '_live_', mixed(24))],
  ['Stripe secret key', made('rk', '_test_', mixed(24))],
  ['GitHub access key', made('gh', 'p_', mixed(36))],
  ['GitHub access key', made('github', '_pat_', mixed(60))],
  ['GitLab access key', made('gl', 'pat-', mixed(20))],
  ['AWS access key', made('AK', 'IA', 'IOSFODNN7EXAMPLE')],
  ['Google client secret', made('GOC', 'SPX-', mixed(28))],
  ['HubSpot private app key', made('pat', '-na1-', uuid)],
  ['HubSpot private app key', made('pat', '-eu1-', uuid)],
  ['Airtable access key', made('pat', mixed(14), '.', hex(64))],
  ['Notion key', made('secret', '_', mixed(43))],
  ['Salesforce session', made('00D', '5e000000AbCd!', mixed(40))],
  ['SendGrid key', made('SG', '.', mixed(22), '.', mixed(43))],
  ['Mailgun key', made('key', '-', hex(32))],
  ['Mailchimp key', made(hex(32), '-us21')],
  ['Brevo key', made('xkey', 'sib-', hex(64), '-', mixed(16))],
  ['Twilio key', made('S', 'K', hex(32))],
  ['Shopify access key', made('shp', 'at_', hex(32))],
  ['npm access key', made('np', 'm_', mixed(36))],
  ['AI service', made('sk', '-ant-', mixed(40))],
  ['private key', made('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE')],
  ['JWT', made('ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'JzdWIiOiIxMjM0NTY3ODkwIn0.', mixed(43))],
  ['Bearer', made('Authorization: Bear', 'er ', mixed(32))],
  ['Basic', made('Bas', 'ic ', 'dXNlcjE6cGFzc3dvcmQ5OQ==')],
  ['address with a key', `https://api.kestrel.example/leads?api_token=${hex(40)}`],
  ['address with a key', `https://api.kestrel.example/leads?hapikey=${uuid}`],
  ['address with a key', `https://api.kestrel.example/leads?a=1&sig=${mixed(43)}`],
  ['address with a key', 'https://api.kestrel.example/leads?password=letmein'],
];

/** What is public by design, or no secret at all. */
const PUBLIC: readonly (readonly [what: string, text: string])[] = [
  ['a Web3Forms access key', uuid],
  ['a HubSpot portal and form', `https://api.hsforms.com/submissions/v3/integration/submit/12345678/${uuid}`],
  ['a Formspree form', 'https://formspree.io/f/xyzzybla'],
  ['a Zapier hook', 'https://hooks.zapier.com/hooks/catch/1234567/b2k9x3q/'],
  ['a Make hook', 'https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyz123456'],
  ['an n8n hook', `https://n8n.kestrel.example/webhook/${uuid}`],
  ['a Google script', `https://script.google.com/macros/s/AKfycb${mixed(60)}/exec`],
  ['a Stripe publishable key', made('pk', '_live_', mixed(24))],
  ['a Salesforce organisation', 'https://webto.salesforce.com/servlet/servlet.WebToLead?oid=00D5e000000AbCd'],
  ['a UUID as a parameter', `https://kestrel.example/thanks?token=${uuid}`],
  ['an e-mail address', 'first.last+web2026@sales.kestrel.example'],
  ['a link to an e-mail address', '[Write](mailto:sales@kestrel.example)'],
  ['a handle in an address', 'https://social.example/@kestrel'],
  ['an address with an e-mail address in it', 'https://kestrel.example/subscribe?mail=a@b.example'],
  [
    'an address with a click id',
    `https://kestrel.example/?gclid=Cj0KCQiA${mixed(60)}_wcB&fbclid=IwAR${mixed(50)}`,
  ],
  [
    'campaign parameters',
    'https://kestrel.example/?utm_campaign=spring-2026-haccp-guide-v2&utm_id=1a2b3c4d5e6f',
  ],
  ['a voucher', 'https://kestrel.example/?code=SPRING2026'],
  ['a long word', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'],
  ['a long address', 'https://kestrel.example/guides/how-to-keep-33-freezers-at-18-degrees-in-2026'],
  ['a picture with its fingerprint', `/assets/probe.${hex(32)}.webp`],
  [
    'a sentence about bearers',
    'Bearer acknowledgements-required-in-2026-everywhere for this. Basic accessibility requirements 2026.',
  ],
  ['a sentence about secrets', 'Our secret: the password is never stored, and a token is enough.'],
  ['a phone number', '+44 20 7946 0123'],
  ['words with such beginnings', 'task_live_and risk_test_ whsec_ ghp_ sk-learn AKIA pat-a-cake'],
];

describe('the check of secrets', () => {
  for (const [what, text] of SECRETS) {
    it(`finds a secret (${what})`, () => {
      for (const [path, value] of [
        ['endings.nurture.say[1]', text],
        ['company.team', `Please use ${text} here`],
      ] as const) {
        const problems = checkWith([path, value]).filter(({ code }) => code === 'secret.readable');
        assert.deepEqual(
          problems.map(({ level, path: at }) => [level, at]),
          [['error', path]],
        );
        assert.ok(problems[0]?.message.includes(what), problems[0]?.message);
        assert.ok(problems[0]?.cure.includes('"private"'));
        assert.ok(!JSON.stringify(problems).includes(text), 'The secret is repeated.');
      }
    });
  }

  for (const [what, text] of PUBLIC) {
    it(`is not alarmed by ${what}`, () => {
      const problems = checkWith(
        ['endings.nurture.say[1]', text],
        ['delivery', { to: 'desk', url: text, backup: { to: 'web3forms', key: text, form: text } }],
        ['private', undefined],
      );
      assert.deepEqual(
        problems.filter(({ code }) => code.startsWith('secret.')),
        [],
      );
    });
  }

  itFinds([
    [
      'a password in an address',
      [['delivery.url', 'https://desk:letmein@desk.harbour-bikes.example/leads']],
      'error',
      'secret.password-in-address',
      'delivery.url',
      'name or a password',
      'receiver of your own',
    ],
    [
      'a key where the destination has none',
      [['delivery.key', hex(40)]],
      'error',
      'secret.readable',
      'delivery.key',
      'a secret',
      'receiver of your own',
    ],
    [
      'something random under a name that says secret',
      [['booth', { apiKey: mixed(32) }]],
      'error',
      'secret.readable',
      'booth.apiKey',
      'a secret',
      '"private"',
    ],
    [
      'a private part in the file, and nothing in it',
      [['private', { note: made('whsec', '_', mixed(32)) }]],
      'info',
      'private.in-file',
      'private',
      'must not lie on your website',
      'warmlead publish',
    ],
  ]);

  it('leaves the private part alone', () => {
    const problems = checkWith(['private', { slack: SECRETS[0]?.[1], password: mixed(32) }]);
    assert.deepEqual(
      problems.filter(({ level }) => level === 'error'),
      [],
    );
  });

  it('finds secrets in the comments of a file, unless it has a private part', () => {
    const secret = made('whsec', '_', mixed(32));
    const found = (text: string) =>
      checkText(text).problems.flatMap(({ code, line, column, message }) => {
        assert.ok(!message.includes(secret));
        return code === 'secret.in-comment' ? [[line, column]] : [];
      });
    const text = textOfFixture('small');
    assert.deepEqual(found(`// ${secret}\n${text}`), [[1, 1]]);
    assert.deepEqual(found(text.replace('"language"', `/* see\n ${secret} */ "language"`)), [[4, 3]]);
    assert.deepEqual(found(`${text}// https://me:letmein@crm.example`), [[text.split('\n').length, 1]]);
    assert.deepEqual(found(`// ${secret}\n${text.replace('{', '{ "private": {},')}`), []);
    assert.deepEqual(found(text.replace('"/leads"', '"https://crm.example/in" // a "note"')), []);
  });

  it('never throws, and its paths point at the value', () => {
    const secret = fc.constantFrom(...SECRETS.map(([, text]) => text));
    const places = fc.constantFrom('company.name', 'delivery.url', 'booth');
    fc.assert(
      fc.property(playbooks, places, secret, fc.jsonValue(), (playbook, place, text, rest) => {
        const value = place === 'booth' ? { 'a key': [rest, { deep: text }] } : text;
        const problems = checkPlaybook(changed(playbook, [place, value]));
        const found = problems.filter(({ code }) => code === 'secret.readable');
        const pointed = found.map(({ path }) =>
          segmentsOf(path).reduce<unknown>(
            (node, segment) => (node as Record<string, unknown> | undefined)?.[segment],
            changed(playbook, [place, value]),
          ),
        );
        assert.ok(pointed.includes(text));
        for (const each of pointed) assert.equal(typeof each, 'string');
      }),
    );
  });

  it('is quick with long texts of every kind', () => {
    const long = ['a', 'a1', 'eyJ', '://', 'Bearer ', 'pat-', '?token=', 'https://a', '-----BEGIN '].map(
      (part) => part.repeat(200_000 / part.length),
    );
    const parsed = parsePlaybook(changed(whole, ['endings.nurture.say', long]));
    assert.ok(parsed.ok);
    const startedMs = performance.now();
    checkPlaybook(parsed.playbook as Playbook);
    assert.ok(performance.now() - startedMs < 5_000);
  });
});
