import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { SMTPServer } from 'smtp-server';
import { programsFrom } from '../../demo/desk/programs.js';
import { NOTHING_YET, type ForwardProgress } from '../../src/receiver/forwarding/contract.js';
import { forwardLead } from '../../src/receiver/forwarding/forward-lead.js';
import { CHANGED, LEAD, SETTING, WITHDRAWN } from '../contracts/programs/stage.js';

const FROM = 'Kestrel website <leads@kestrel.example>';

describe('a lead by mail', () => {
  const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('nobody@')
          ? Object.assign(new Error('no such user'), { responseCode: 550 })
          : null,
      ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  let smtp = '';
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    smtp = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(() => new Promise<void>((resolve) => server.close(resolve)));

  const programAt = (to: string) => {
    const [target] = programsFrom(
      { FORWARD_TO: 'mail', SMTP_URL: smtp, MAIL_FROM: FROM, MAIL_TO: to },
      fetch,
    );
    return target ?? assert.fail();
  };
  const pass = async (
    lead: typeof LEAD,
    progress: ForwardProgress = NOTHING_YET,
    { to = 'sales@kestrel.example', setting = SETTING }: { to?: string; setting?: typeof SETTING } = {},
  ) => {
    const program = programAt(to);
    const { signal } = new AbortController();
    let reached = progress;
    const ended = await forwardLead({
      format: program.format,
      lead,
      setting,
      progress,
      send: (request) => program.send(request, signal),
      keep: async (next) => {
        reached = next;
      },
    });
    return { ended, reached };
  };
  /** The headers of a mail, unfolded. */
  const headers = (text: string): string => (text.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');

  it('arrives as text and HTML, to be answered to the prospect', async () => {
    mails.length = 0;
    const { ended } = await pass(LEAD);
    assert.deepEqual(ended, { is: 'done' });
    const [{ to, text } = assert.fail()] = mails;
    assert.deepEqual(to, ['sales@kestrel.example']);
    assert.match(headers(text), /^From: Kestrel website <leads@kestrel\.example>$/m);
    assert.match(headers(text), /^Reply-To: priya@northfold\.example$/m);
    assert.match(headers(text), /^Message-ID: <WL-7KQ2M4@kestrel\.example>$/m);
    assert.match(text, /Content-Type: text\/plain/);
    assert.match(text, /Content-Type: text\/html/);
    assert.ok(!text.includes(LEAD.id));
  });

  it('goes to the owner where the address is known, and later ones after it in one thread', async () => {
    mails.length = 0;
    const setting = { ...SETTING, ownerEmail: 'tom@kestrel.example' };
    const { reached } = await pass(LEAD, NOTHING_YET, { setting });
    const { reached: same } = await pass({ ...LEAD, revision: 2 }, reached);
    assert.equal(mails.length, 1, 'the same next step needs no second mail');
    const { reached: next } = await pass(CHANGED, same);
    await pass(WITHDRAWN, next);
    assert.deepEqual(
      mails.map(({ to }) => to),
      [['tom@kestrel.example'], ['tom@kestrel.example'], ['tom@kestrel.example']],
    );
    const [, second, third] = mails.map(({ text }) => headers(text));
    assert.match(second ?? '', /^Message-ID: <WL-7KQ2M4\.2@kestrel\.example>$/m);
    assert.match(second ?? '', /^In-Reply-To: <WL-7KQ2M4@kestrel\.example>$/m);
    assert.match(second ?? '', /^References: <WL-7KQ2M4@kestrel\.example>$/m);
    assert.match(third ?? '', /^Subject: Withdrawn: erase WL-7KQ2M4$/m);
  });

  it('brings the agreed time along as a calendar file', async () => {
    mails.length = 0;
    const { reached } = await pass(LEAD);
    const { nextStep } = LEAD;
    await pass(
      { ...CHANGED, ...(nextStep && { nextStep: { ...nextStep, status: 'cancelled' as const } }) },
      reached,
    );
    const files = mails.map(({ text }) => {
      assert.match(text, /Content-Type: text\/calendar; charset=utf-8; name=next-step\.ics/);
      assert.match(text, /Content-Disposition: attachment; filename=next-step\.ics/);
      const [, part = ''] = /filename=next-step\.ics\r\n\r\n([\s\S]+?)\r\n--/.exec(text) ?? [];
      const isPlain = part.startsWith('BEGIN');
      const event = new ICAL.Component(
        ICAL.parse(isPlain ? part : Buffer.from(part, 'base64').toString('utf8')) as unknown[],
      ).getFirstSubcomponent('vevent');
      return ['uid', 'dtstart', 'dtend', 'status', 'summary'].map((name) =>
        String(event?.getFirstPropertyValue(name)),
      );
    });
    assert.deepEqual(files, [
      [
        'WL-7KQ2M4@kestrel.example',
        '2026-11-24T14:00:00Z',
        '2026-11-24T14:30:00Z',
        'TENTATIVE',
        'Call Priya Shah, Northfold Foods',
      ],
      [
        'WL-7KQ2M4@kestrel.example',
        '2026-11-24T14:00:00Z',
        '2026-11-24T14:30:00Z',
        'CANCELLED',
        'Cancelled Priya Shah, Northfold Foods',
      ],
    ]);
  });

  it('cannot be made to go elsewhere by what a prospect wrote', async () => {
    mails.length = 0;
    const contact = {
      name: 'Jo\r\nBcc: all@evil.example',
      email: 'jo@acme.example\r\nBcc: all@evil.example',
    };
    await pass({ ...LEAD, contact });
    const [{ to, text } = assert.fail()] = mails;
    assert.deepEqual(to, ['sales@kestrel.example']);
    assert.doesNotMatch(headers(text), /^(Bcc|Reply-To):/m);
  });

  it('is refused for good by a server that knows nobody of that name', async () => {
    const { ended } = await pass(LEAD, NOTHING_YET, { to: 'nobody@kestrel.example' });
    assert.equal(ended.is, 'refused');
    assert.match('why' in ended ? ended.why : '', /no such user/);
  });
});

describe('what the desk is told about programs', () => {
  const faults: readonly (readonly [env: { [name: string]: string }, code: string, path: string])[] = [
    [{ FORWARD_TO: 'hubspto' }, 'forward.unknown-program', 'FORWARD_TO'],
    [{ FORWARD_TO: 'hubspot' }, 'forward.setting-missing', 'HUBSPOT_TOKEN'],
    [{ FORWARD_TO: 'slack' }, 'forward.setting-missing', 'SLACK_CHANNEL'],
    [
      { FORWARD_TO: 'pipedrive', PIPEDRIVE_URL: 'kestrel', PIPEDRIVE_TOKEN: 'x' },
      'forward.address-unusable',
      'PIPEDRIVE_URL',
    ],
    [
      { FORWARD_TO: 'salesforce', SALESFORCE_URL: 'https://k.example' },
      'forward.setting-missing',
      'SALESFORCE_CLIENT_ID',
    ],
    [{ FORWARD_TO: 'mail', MAIL_FROM: FROM }, 'forward.setting-missing', 'MAIL_TO'],
    [
      { FORWARD_TO: 'hubspot', HUBSPOT_TOKEN: 'x', HUBSPOT_USERS: 'tom=1' },
      'forward.texts-unreadable',
      'HUBSPOT_USERS',
    ],
  ];
  for (const [env, code, path] of faults) {
    it(`${JSON.stringify(env)} says ${path} and what to do`, () => {
      assert.throws(
        () => programsFrom(env, fetch),
        (error: { code: string; path: string; message: string }) => {
          assert.deepEqual([error.code, error.path], [code, path]);
          assert.match(error.message, /Set it|Use any|Write/);
          return true;
        },
      );
    });
  }

  it('names nobody by default', () => {
    assert.deepEqual(programsFrom({}, fetch), []);
    assert.deepEqual(programsFrom({ FORWARD_TO: ' , ' }, fetch), []);
  });
});
