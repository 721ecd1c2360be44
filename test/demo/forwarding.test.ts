import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createForwardStore } from '../../demo/desk/forward-store.js';
import { createForwarding } from '../../demo/desk/forwarding.js';
import { programsFrom } from '../../demo/desk/programs.js';
import type { ForwardRequest } from '../../src/formats/forward.js';
import type { Lead } from '../../src/lead/lead.js';
import { openProgram, type Program } from '../contracts/programs/program.js';
import { ADA, DESK, refIn, startDesk, type DeskStage } from './desk-stage.js';
import { contact, leadOf } from './prospect.js';

const TOKEN = 'pat-of-the-test';

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** HubSpot on a port of this machine. */
const open = () => {
  let program: Program = openProgram('hubspot');
  let status: number | null = null;
  const server: Server = createServer((request, response) => {
    void textOf(request).then((body) => {
      if (status !== null || request.headers.authorization !== `Bearer ${TOKEN}`) {
        response.writeHead(status ?? 401).end('{"message":"not now"}');
        return;
      }
      const answer = program.ask({
        method: request.method as ForwardRequest['method'],
        path: request.url ?? '',
        ...(body && { body: JSON.parse(body) as ForwardRequest['body'] }),
      });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  return {
    server,
    get program() {
      return program;
    },
    fail: (with_: number | null) => {
      status = with_;
    },
    empty: () => {
      program = openProgram('hubspot');
      status = null;
    },
  };
};

describe('passing on from the desk', () => {
  const hubspot = open();
  let stage: DeskStage;
  let url = '';
  before(async () => {
    await new Promise<void>((resolve) => hubspot.server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(hubspot.server.address() as AddressInfo).port}`;
    stage = await startDesk();
  });
  after(async () => {
    await stage.close();
    hubspot.server.closeAllConnections();
    hubspot.server.close();
  });

  const forwarding = (env: { [name: string]: string } = {}) =>
    createForwarding({
      targets: programsFrom({ FORWARD_TO: 'hubspot', HUBSPOT_URL: url, HUBSPOT_TOKEN: TOKEN, ...env }, fetch),
      forwards: createForwardStore(stage.db),
      leads: stage.store,
      playbooks: () => [stage.playbook],
      clock: { nowMs: stage.now, monotonicMs: stage.now, after: () => () => undefined },
      deskUrl: DESK,
      onProblem: (error) => assert.fail(String(error)),
    });
  let passing: Awaited<ReturnType<typeof forwarding>>;
  beforeEach(async () => {
    hubspot.empty();
    passing = await forwarding();
    stage.restart({ forwarding: passing });
  });
  afterEach(async () => {
    await stage.clear();
    await stage.db.query('truncate forwards, forward_programs');
  });

  const ada = (name = 'Ada Example'): Lead =>
    leadOf(
      stage.playbook,
      {
        ...ADA,
        says: {
          ...ADA.says,
          contact: contact({ name, company: 'North Foods', email: `${name.split(' ')[0]}@north.example` }),
        },
      },
      stage.now(),
    );
  /** Sends a lead and waits until it was passed on or not. */
  const arrive = async (lead: Lead): Promise<string> => {
    await stage.send(lead);
    await passing.wake();
    return refIn(await page('/'), lead.contact?.name ?? '');
  };
  const page = async (path: string) => (await stage.as(await stage.login(), path)).text();
  const press = async (path: string, form: { [name: string]: string }) =>
    stage.as(await stage.login(), path, { method: 'POST', body: new URLSearchParams(form) });

  it('says on the page of the lead that it was passed on, with a link back', async () => {
    const ref = await arrive(ada());
    assert.equal(hubspot.program.of('leads').length, 1);
    assert.ok(JSON.stringify(hubspot.program.of('notes')).includes(`${DESK}/leads/${ref}`));
    const html = await page(`/leads/${ref}`);
    assert.match(html, /<dt>HubSpot<\/dt>\s+<dd>\s+today 15:12/);
    assert.doesNotMatch(html, /action="\/leads\/[^"]+\/forward"/);
  });

  it('says why a lead is not there, and passes it on when somebody asks', async () => {
    hubspot.fail(503);
    const ref = await arrive(ada());
    const html = await page(`/leads/${ref}`);
    assert.match(html, /No answer\. It is tried again\./);
    assert.match(html, /<bdi>not now \(503\)</);
    assert.match(html, /Next try today 15:12/);
    hubspot.fail(null);
    assert.equal((await press(`/leads/${ref}/forward`, { program: 'hubspot' })).status, 303);
    await passing.wake();
    assert.match(await page(`/leads/${ref}`), /<dt>HubSpot<\/dt>\s+<dd>\s+today 15:12/);
  });

  it('says that the key is wrong', async () => {
    passing = await forwarding({ HUBSPOT_TOKEN: 'another' });
    stage.restart({ forwarding: passing });
    const ref = await arrive(ada());
    assert.match(await page(`/leads/${ref}`), /Does not let us in\. Check key and address\./);
  });

  it('deletes what was passed on when the person is deleted at the desk', async () => {
    const ref = await arrive(ada());
    await press(`/leads/${ref}/erase`, {});
    await passing.wake();
    assert.equal(hubspot.program.records.size, 0);
  });

  it('leaves with others what the desk forgets because of its age', async () => {
    await arrive(ada());
    const at = new Date(stage.now() + 1);
    assert.equal(await stage.store.eraseOlderThan({ leads: at, receipts: at }), 1);
    await passing.wake();
    assert.equal(hubspot.program.of('contacts').length, 1);
  });

  it('passes neither trials nor spam on, but spam that is none', async () => {
    await stage.send({ ...ada('Test Example'), test: true });
    const bot = { ...ada('Bot Example'), signals: { tookMs: 90_000, decoyFilled: true } };
    await stage.send(bot);
    await passing.wake();
    assert.equal(hubspot.program.records.size, 0);
    const ref = refIn(await page('/?tab=spam'), 'Bot Example');
    assert.doesNotMatch(await page(`/leads/${ref}`), /\/forward"/);
    await press(`/leads/${ref}/spam`, { is: 'no' });
    await passing.wake();
    assert.equal(hubspot.program.of('contacts').length, 1);
  });

  it('passes on what arrived before only when somebody asks', async () => {
    stage.restart({});
    const ref = await arrive(ada('Early Example'));
    await stage.db.query('truncate forwards, forward_programs');
    hubspot.empty();
    stage.pass(1000);
    passing = await forwarding();
    stage.restart({ forwarding: passing });
    await passing.wake();
    assert.equal(hubspot.program.records.size, 0);
    assert.match(await page(`/leads/${ref}`), /not passed on<\/span>[\s\S]+Pass on<\/button>/);
    await press(`/leads/${ref}/forward`, { program: 'hubspot' });
    await passing.wake();
    assert.equal(hubspot.program.of('contacts').length, 1);
  });

  it('lets no stranger pass anything on', async () => {
    const ref = await arrive(ada());
    const response = await stage.ask(`/leads/${ref}/forward`, { method: 'POST' });
    assert.equal(response.status, 401);
  });
});
