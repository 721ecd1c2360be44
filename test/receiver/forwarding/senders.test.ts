import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../../../src/formats/forward-outcome.js';
import {
  httpSender,
  mailSender,
  salesforceSender,
  type Ask,
} from '../../../src/receiver/forwarding/senders.js';
import { FORMATS } from '../../contracts/programs/stage.js';

const { signal } = new AbortController();
const outcome = (answer: Parameters<typeof outcomeOf>[1], name = 'hubspot') =>
  outcomeOf(FORMATS[name] ?? assert.fail(name), answer);

describe('sending by HTTP', () => {
  const asked: { url: string; init: RequestInit }[] = [];
  const answering =
    (...answers: readonly Response[]): Ask =>
    async (url, init) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? assert.fail();
      asked.push({ url, init });
      return answer;
    };

  it('puts the address before and the secret in', async () => {
    asked.length = 0;
    const send = httpSender(answering(new Response('{"id":"1"}', { status: 201 })), {
      base: 'https://api.hubapi.com',
      headers: { Authorization: 'Bearer x' },
    });
    const answer = await send({ method: 'POST', path: '/crm', body: { a: 1 } }, signal);
    assert.deepEqual(answer, { status: 201, body: '{"id":"1"}', retryAfter: null });
    const [{ url, init } = assert.fail()] = asked;
    assert.equal(url, 'https://api.hubapi.com/crm');
    assert.equal(init.body, '{"a":1}');
    assert.deepEqual(init.headers, {
      Accept: 'application/json',
      'Content-Type': 'application/json; charset=utf-8',
      Authorization: 'Bearer x',
    });
    assert.equal(init.redirect, 'manual');
  });

  it('reads when to come back, also where it has another name', async () => {
    for (const name of ['Retry-After', 'X-RateLimit-Reset']) {
      asked.length = 0;
      const send = httpSender(answering(new Response('', { status: 429, headers: { [name]: '7' } })), {
        base: '',
      });
      assert.equal((await send({ method: 'GET', path: '/' }, signal)).retryAfter, '7');
    }
  });

  it('logs in to Salesforce once, and again when the token ran out', async () => {
    asked.length = 0;
    const send = salesforceSender(
      answering(
        Response.json({ access_token: 'one' }),
        new Response(null, { status: 204 }),
        Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], { status: 401 }),
        Response.json({ access_token: 'two' }),
        Response.json({ id: '00Q', success: true }),
      ),
      { base: 'https://kestrel.my.salesforce.com', clientId: 'c', clientSecret: 's' },
    );
    assert.equal((await send({ method: 'GET', path: '/a' }, signal)).status, 204);
    assert.equal((await send({ method: 'GET', path: '/b' }, signal)).status, 200);
    assert.deepEqual(
      asked.map(({ url, init }) => [
        url.replace('https://kestrel.my.salesforce.com', ''),
        (init.headers as { Authorization?: string } | undefined)?.Authorization,
      ]),
      [
        ['/services/oauth2/token', undefined],
        ['/a', 'Bearer one'],
        ['/b', 'Bearer one'],
        ['/services/oauth2/token', undefined],
        ['/b', 'Bearer two'],
      ],
    );
  });

  it('says that Salesforce does not let us in, and asks no further', async () => {
    asked.length = 0;
    const refused = { error: 'invalid_client', error_description: 'invalid client credentials' };
    const send = salesforceSender(answering(Response.json(refused, { status: 400 })), {
      base: 'https://kestrel.my.salesforce.com',
      clientId: 'c',
      clientSecret: 's',
    });
    const answer = await send({ method: 'GET', path: '/a' }, signal);
    assert.deepEqual(outcome(answer, 'salesforce'), {
      is: 'settings',
      code: 'status.401',
      why: 'invalid client credentials',
    });
    assert.equal(asked.length, 1);
  });

  it('does not send a secret to where a redirect points', () => {
    const moved = { status: 302, body: '', retryAfter: null };
    assert.equal(outcome(moved).is, 'settings');
  });
});

describe('an answer', () => {
  const rows: readonly (readonly [
    program: string,
    status: number,
    body: unknown,
    is: string,
    code?: string,
  ])[] = [
    ['hubspot', 200, {}, 'done'],
    ['hubspot', 207, { errors: [{ message: 'no' }] }, 'refused', 'status.207'],
    ['hubspot', 400, { message: 'bad' }, 'refused', 'status.400'],
    ['hubspot', 403, { message: 'This app is missing required scopes' }, 'settings', 'status.403'],
    ['hubspot', 404, {}, 'gone'],
    ['hubspot', 429, { policyName: 'TEN_SECONDLY_ROLLING' }, 'later', 'status.429'],
    ['hubspot', 502, '<html>', 'later', 'status.502'],
    ['salesforce', 300, ['/a', '/b'], 'refused', 'status.300'],
    ['salesforce', 400, [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }], 'gone'],
    ['salesforce', 400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'x' }], 'later', 'UNABLE_TO_LOCK_ROW'],
    ['salesforce', 403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }], 'later', 'REQUEST_LIMIT_EXCEEDED'],
    [
      'salesforce',
      404,
      [{ errorCode: 'NOT_FOUND', message: 'Provided external ID field does not exist' }],
      'settings',
      'NOT_FOUND',
    ],
    ['salesforce', 404, [{ errorCode: 'ENTITY_IS_DELETED' }], 'gone'],
    ['pipedrive', 401, { success: false, error: 'unauthorized access' }, 'settings', 'status.401'],
    ['slack', 200, { ok: true }, 'done'],
    ['slack', 200, { ok: false, error: 'invalid_auth' }, 'settings', 'invalid_auth'],
    ['slack', 200, { ok: false, error: 'channel_not_found' }, 'settings', 'channel_not_found'],
    ['slack', 200, { ok: false, error: 'fatal_error' }, 'later', 'fatal_error'],
    ['slack', 200, { ok: false, error: 'invalid_blocks' }, 'refused', 'invalid_blocks'],
    ['slack', 200, { ok: false, error: 'message_not_found' }, 'gone'],
    ['slack', 200, '<html>', 'later', 'answer.unrecognised'],
    ['slack', 429, { ok: false, error: 'ratelimited' }, 'later', 'status.429'],
    ['slack-webhook', 410, 'channel_is_archived', 'settings', 'status.410'],
    ['slack-webhook', 400, 'invalid_payload', 'refused', 'status.400'],
  ];
  for (const [program, status, body, is, code] of rows) {
    it(`of ${program}: ${status} ${JSON.stringify(body)} is ${is}`, () => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const what = outcome({ status, body: text, retryAfter: null }, program);
      assert.deepEqual([what.is, 'code' in what ? what.code : undefined], [is, code]);
    });
  }
});

describe('sending mail', () => {
  const outgoing = { from: 'a@a.example', to: 'b@b.example', subject: 's', text: 't', messageId: '<m@a>' };
  const failing = (error: object) =>
    mailSender(async () => {
      throw Object.assign(new Error('no'), error);
    })({ method: 'POST', path: '', body: outgoing }, signal);

  it('says where the mail went', async () => {
    const mails: unknown[] = [];
    const send = mailSender(async (mail) => mails.push(mail));
    const answer = await send({ method: 'POST', path: '', body: outgoing }, signal);
    assert.deepEqual([answer.status, answer.body], [200, '{"to":"b@b.example"}']);
    assert.deepEqual(mails, [outgoing]);
  });

  it('tells what passes from what does not', async () => {
    const is = async (error: object) => outcome(await failing(error)).is;
    assert.equal(await is({ code: 'EAUTH', responseCode: 535 }), 'settings');
    assert.equal(await is({ code: 'EENVELOPE', responseCode: 550, response: '550 no such user' }), 'refused');
    assert.equal(await is({ responseCode: 451, response: '451 greylisted' }), 'later');
    await assert.rejects(failing({ code: 'ECONNECTION' }), /no/);
  });
});
