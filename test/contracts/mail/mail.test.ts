import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { programsFrom } from '../../../demo/desk/programs.js';
import type { Lead } from '../../../src/lead/lead.js';
import type { ForwardProgress } from '../../../src/receiver/forwarding/contract.js';
import { anyLead } from '../../lead/any-lead.js';
import { CHANGED, LEAD, pass, WITHDRAWN } from '../programs/stage.js';
import { MAIL_FACTS } from './facts.js';
import { faultsIn, valuesOf } from './read.js';
import { openMailServer, type MailServer } from './server.js';
import { waysToBreak } from './spoilt.js';

const head = (mail = ''): string => mail.split('\r\n\r\n')[0] ?? '';

describe('a mail on the line', () => {
  let server: MailServer;
  before(async () => {
    server = await openMailServer();
  });
  after(() => server.close());

  const send = async (lead: Lead, progress?: ForwardProgress, from = 'Kestrel <leads@kestrel.example>') => {
    const env = {
      FORWARD_TO: 'mail',
      SMTP_URL: server.url,
      MAIL_FROM: from,
      MAIL_TO: 'sales@kestrel.example',
    };
    const [program = assert.fail()] = programsFrom(env, fetch);
    const { signal } = new AbortController();
    const begun = server.mails.length;
    const passed = await pass(
      program.format,
      { ask: (request) => program.send(request, signal) },
      lead,
      progress,
    );
    return { ...passed, mails: server.mails.slice(begun) };
  };

  it('keeps to the facts, the first and later ones', async () => {
    let progress: ForwardProgress | undefined;
    for (const lead of [LEAD, CHANGED, WITHDRAWN]) {
      const sent = await send(lead, progress);
      assert.deepEqual(sent.ended, { is: 'done' });
      assert.equal(sent.mails.length, 1);
      ({ progress } = sent);
    }
  });

  it('keeps to the facts whoever sends it and whatever a lead says', async () => {
    const from = fc.constantFrom(
      'leads@kestrel.example',
      'Größe & Söhne <leads@kestrel.example>',
      `${'شركة '.repeat(30)}<leads@kestrel.example>`,
      `${'Kestrel '.repeat(200)}<leads@kestrel.example>`,
    );
    const email = fc.constantFrom(
      'a..b@acme.example',
      '.a@acme.example',
      `${'a'.repeat(1_200)}@acme.example`,
      `${'a'.repeat(65)}@acme.example`,
      `a@${'acme.'.repeat(60)}example`,
      'jo@acme.example\r\nBcc: all@evil.example',
      'jo@acme.example, all@evil.example',
      'josé@acme.example',
    );
    await fc.assert(
      fc.asyncProperty(anyLead, from, fc.option(email), async (lead, sender, address) => {
        const contact = { ...lead.contact, ...(address !== null && { email: address }) };
        const { ended, mails } = await send({ ...lead, contact }, undefined, sender);
        assert.deepEqual(ended, { is: 'done' });
        assert.equal(mails.length, lead.phase === 'withdrawn' ? 0 : 1);
      }),
      { numRuns: 80 },
    );
  });

  it('has the same id when it is sent again, and another when it says something else', async () => {
    const ids: (string | undefined)[] = [];
    for (const lead of [LEAD, LEAD, CHANGED]) {
      const { mails } = await send(lead);
      ids.push(valuesOf(head(mails[0]), 'Message-ID')[0]);
    }
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[1], ids[2]);
  });

  it('is refused for good where it breaks a fact', async () => {
    const { mails } = await send(LEAD);
    const raw = (mails[0] ?? '').replace(/^From: .*\r\n/m, '');
    const envelope = { from: 'leads@kestrel.example', to: 'sales@kestrel.example' };
    await assert.rejects(createTransport(server.url).sendMail({ raw, envelope }), {
      responseCode: 554,
      response: '554 5.6.0 From',
    });
  });

  describe('is refused by the fact that it breaks:', async () => {
    for (const fact of MAIL_FACTS) {
      const ways = waysToBreak(fact);
      it(`${fact.field} (${fact.source})`, async () => {
        assert.ok(ways.length > 0, 'nobody knows how to break it');
        const { progress } = await send(LEAD);
        const { mails } = await send(CHANGED, progress);
        const mail = mails[0] ?? assert.fail();
        assert.deepEqual(faultsIn(mail), []);
        for (const [how, spoil] of ways) {
          const spoilt = spoil(mail);
          assert.notEqual(spoilt, mail, how);
          assert.ok(faultsIn(spoilt).includes(fact.field), `${how}: ${faultsIn(spoilt).join()}`);
        }
      });
    }
  });
});
