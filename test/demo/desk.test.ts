import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { withdrawalOf } from '../../src/receiver/conformance/probe.js';
import { ADA, refIn, startDesk, type DeskStage } from './desk-stage.js';
import { contact, leadOf } from './prospect.js';

const person = (name: string, email: string): string => contact({ name, email, company: 'Some Foods' });

describe('the desk', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
    await stage.send(leadOf(stage.playbook, ADA, stage.now()));
    stage.pass(3 * 3_600_000);
  });
  after(() => stage.close());

  const inbox = async (path = '/') => (await stage.as(await stage.login(), path)).text();

  describe('the inbox', () => {
    it('has a line with band, name, company, need, what is due and whose it is', async () => {
      const html = await inbox();
      for (const part of ['Hot', 'Ada Example', 'North Foods', 'We notice a warm freezer too late']) {
        assert.ok(html.includes(part), part);
      }
      assert.match(html, /data-due="late">late by/);
      assert.match(html, /class="owner" title="(Dana|Tom)"/);
    });

    it('marks a lead that nobody sent yet, and takes the finished one in its place as a new one', async () => {
      const says = { ...ADA.says, contact: person('Open Example', 'open@south.example') };
      const finished = leadOf(stage.playbook, { says }, stage.now());
      const { routing: _routing, ...open } = finished;
      await stage.send({ ...open, phase: 'partial' });
      const unfinished = await inbox('/?q=open@south');
      assert.match(unfinished, /title="Not finished yet">Unfinished</);
      assert.doesNotMatch(unfinished, /data-due=|title="(Dana|Tom)"/);
      stage.pass(3 * 86_400_000);
      await stage.send({ ...finished, key: `${finished.id}.2`, revision: 2 });
      const html = await inbox('/?q=open@south');
      assert.doesNotMatch(html, /Unfinished/);
      assert.match(html, /data-due=/);
      assert.match(html, /<h2>\s*Today/);
      assert.equal(html.match(/class="row"/g)?.length, 1);
    });

    it('says when an answer is due soon', async () => {
      const name = 'Soon Example';
      const says = { ...ADA.says, contact: person(name, 'soon@south.example') };
      stage.pass(Date.parse('2026-11-24T10:00:00.000Z') - stage.now());
      await stage.send(leadOf(stage.playbook, { says }, stage.now()));
      stage.pass(10 * 60_000);
      assert.match(await inbox('/?q=soon'), /data-due="soon">due in 20 min/);
    });

    it('finds by name, company, address, answer and question, whatever the case', async () => {
      for (const words of [
        'ada',
        'NORTH FOODS',
        'ada@north',
        'warm freezer',
        'warehouse software',
        '900123',
      ]) {
        assert.ok((await inbox(`/?q=${encodeURIComponent(words)}`)).includes('Ada Example'), words);
      }
      const none = await inbox('/?q=%25');
      assert.ok(!none.includes('Ada Example'));
      assert.ok(none.includes('Nothing found for'));
    });

    it('keeps what filled the hidden field, and trials, in tabs of their own that are not counted', async () => {
      const countOf = (html: string, drawer: string) =>
        Number(new RegExp(`data-count="${drawer}">(\\d+)<`).exec(html)?.[1]);
      const before = await inbox();
      const decoy = { tookMs: 900, decoyFilled: true };
      const says = { ...ADA.says, contact: person('Bot Example', 'bot@bot.example') };
      await stage.send(leadOf(stage.playbook, { says, signals: decoy }, stage.now()));
      await stage.as(await stage.login(), '/test-lead', { method: 'POST' });
      const [main, aside, trials] = [await inbox(), await inbox('/?tab=spam'), await inbox('/?tab=test')];
      assert.equal(countOf(main, 'leads'), countOf(before, 'leads'));
      assert.equal(countOf(main, 'spam'), countOf(before, 'spam') + 1);
      assert.equal(countOf(main, 'test'), countOf(before, 'test') + 1);
      assert.ok(!main.includes('Tess Trial') && !aside.includes('Tess Trial'));
      assert.ok(trials.includes('Tess Trial') && !trials.includes('Bot Example'));
      assert.ok(!main.includes('Bot Example'));
      assert.ok(aside.includes('Bot Example'));
      assert.ok(aside.includes('Possible spam'));
    });

    it('moves spam to the inbox and back by hand, also where a later revision looks like spam again', async () => {
      const leadId = '5'.repeat(32);
      const says = { ...ADA.says, contact: person('Quick Example', 'quick@fast.example') };
      const signals = { tookMs: 1200, decoyFilled: false };
      await stage.send(leadOf(stage.playbook, { says, leadId, signals }, stage.now()));
      const ref = refIn(await inbox('/?tab=spam'), 'Quick Example');
      const move = async (is: string) => {
        const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
        await stage.as(await stage.login(), `/leads/${ref}/spam`, {
          method: 'POST',
          headers,
          body: `is=${is}`,
        });
      };
      await move('no');
      await stage.send(leadOf(stage.playbook, { says, leadId, signals, chooses: 'callback' }, stage.now()));
      const [main, spam] = [await inbox(), await inbox('/?tab=spam')];
      assert.ok(main.includes('Quick Example') && !spam.includes('Quick Example'));
      await move('yes');
      assert.ok((await inbox('/?tab=spam')).includes('Quick Example'));
      assert.ok(!(await inbox()).includes('Quick Example'));
    });

    it('puts what is done away, and brings it back when there is something new', async () => {
      const leadId = 'd'.repeat(32);
      const says = { ...ADA.says, contact: person('Back Example', 'back@west.example') };
      await stage.send(leadOf(stage.playbook, { says, leadId }, stage.now()));
      const ref = refIn(await inbox(), 'Back Example');
      await stage.as(await stage.login(), `/leads/${ref}/done`, { method: 'POST' });
      assert.ok(!(await inbox()).includes('Back Example'));
      assert.ok((await inbox('/?tab=done')).includes('Back Example'));
      await stage.send(leadOf(stage.playbook, { says, leadId, chooses: 'callback' }, stage.now()));
      const html = await inbox('/?q=back');
      assert.ok(html.includes('Back Example'));
      assert.ok(html.includes('Call back'));
    });
  });

  describe('a lead', () => {
    const page = async (name: string) => {
      const cookie = await stage.login();
      const html = await (await stage.as(cookie, `/?q=${encodeURIComponent(name)}`)).text();
      const ref = refIn(html, name);
      return { ref, cookie, html: await (await stage.as(cookie, `/leads/${ref}`)).text() };
    };

    it('shows the verdict with every point, its reason and the words behind it', async () => {
      const { html } = await page('Ada Example');
      const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      for (const line of [
        '+30 Five or more sites “ 12 sites ”',
        '+30 Wants it this quarter “ This quarter ”',
        '+20 Has a say in the decision “ I recommend ”',
        '+20 Budget covers a first site “ £200 to £1,000 ”',
        '100 of 100 points · 4 of 4 BANT yes',
      ]) {
        assert.ok(text.includes(line), `${line} is not in: ${text}`);
      }
    });

    it('offers one tap to call and to reply', async () => {
      const { html } = await page('Ada Example');
      assert.ok(html.includes('href="tel:+447700900123"'));
      assert.match(html, /href="mailto:ada%40north\.example\?subject=/);
    });

    it('of somebody who was here before says so first, with what is different', async () => {
      const says = { ...ADA.says, contact: person('Twice Example', 'twice@x.example') };
      await stage.send(leadOf(stage.playbook, { says: { ...says, sites: '5' } }, stage.now()));
      stage.pass(2 * 86_400_000);
      const again = { ...says, sites: '40', contact: person('Twice Example', 'Twice@X.example') };
      await stage.send(leadOf(stage.playbook, { says: again }, stage.now()));
      const { html } = await page('Twice Example');
      const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      const at = ['2nd conversation', '40 sites (was 5 sites)', 'Five or more sites'].map((words) =>
        text.indexOf(words),
      );
      assert.ok(
        at.every((place, i) => place > (at[i - 1] ?? 0)),
        `${at.join()} in ${text}`,
      );
      assert.ok(!(await page('Ada Example')).html.includes('2nd conversation'));
    });

    it('says whether the rules give the same verdict again', async () => {
      assert.ok((await page('Ada Example')).html.includes('the rules give the same verdict'));
      const says = { ...ADA.says, contact: person('Bent Example', 'bent@east.example') };
      const honest = leadOf(stage.playbook, { says }, stage.now());
      const qualification = honest.qualification && {
        ...honest.qualification,
        score: 1,
        band: 'cold' as const,
      };
      await stage.send({ ...honest, ...(qualification ? { qualification } : {}) });
      const { html } = await page('Bent Example');
      assert.ok(html.includes('Check the verdict'));
      assert.ok(html.includes('another verdict'));
    });

    it('is exported as the document that was sent', async () => {
      const lead = leadOf(
        stage.playbook,
        { says: { ...ADA.says, contact: person('Export Example', 'e@x.example') } },
        stage.now(),
      );
      await stage.send(lead);
      const { ref, cookie } = await page('Export Example');
      const response = await stage.as(cookie, `/leads/${ref}.json`);
      assert.match(response.headers.get('content-disposition') ?? '', /attachment/);
      assert.deepEqual(await response.json(), JSON.parse(JSON.stringify(lead)));
    });

    it('is not named by its id anywhere in the inbox or in an address', async () => {
      const { lead } = (await stage.store.list({ drawer: 'leads', search: 'ada', most: 1 }))[0] ?? {};
      assert.ok(lead);
      assert.ok(!(await inbox()).includes(lead.id));
      assert.ok(!(await page('Ada Example')).html.includes(lead.id));
    });

    it('is gone for good when it is withdrawn', async () => {
      const says = { ...ADA.says, contact: person('Gone Example', 'gone@away.example') };
      const lead = leadOf(stage.playbook, { says }, stage.now());
      await stage.send(lead);
      const { ref, cookie } = await page('Gone Example');
      await stage.send(withdrawalOf(lead, 2));
      assert.ok(!(await inbox()).includes('Gone Example'));
      const left = await (await stage.as(cookie, `/leads/${ref}`)).text();
      assert.ok(left.includes('was withdrawn'));
      assert.doesNotMatch(JSON.stringify(await stage.store.byRef(ref)), /gone|Example/i);
    });

    it('can be erased by a rep, and a late copy does not bring it back', async () => {
      const says = { ...ADA.says, contact: person('Erase Example', 'erase@me.example') };
      const leadId = 'e'.repeat(32);
      await stage.send(leadOf(stage.playbook, { says, leadId }, stage.now()));
      const { ref, cookie } = await page('Erase Example');
      await stage.as(cookie, `/leads/${ref}/erase`, { method: 'POST' });
      const late = await stage.send(
        leadOf(stage.playbook, { says, leadId, chooses: 'callback' }, stage.now()),
      );
      assert.equal(((await late.json()) as { status: string }).status, 'withdrawn');
      assert.doesNotMatch(JSON.stringify(await stage.store.byRef(ref)), /erase|Example/i);
    });
  });

  it('erases by e-mail address, in any case', async () => {
    const says = { ...ADA.says, contact: person('Mail Example', 'Mail@Mail.example') };
    for (let i = 0; i < 2; i += 1) await stage.send(leadOf(stage.playbook, { says }, stage.now()));
    assert.equal(await stage.store.eraseByEmail('mail@mail.EXAMPLE'), 2);
    assert.equal(await stage.store.eraseByEmail('mail@mail.example'), 0);
    assert.ok(!(await inbox()).includes('Mail Example'));
  });
});

describe('a desk without leads', () => {
  let own: DeskStage;
  before(async () => {
    own = await startDesk();
  });
  beforeEach(() => own.clear());
  after(() => own.close());

  it('says what to do, and sends a test lead that passes its own checks', async () => {
    const cookie = await own.login();
    const html = await (await own.as(cookie, '/')).text();
    assert.ok(html.includes('No leads yet.'));
    const sent = await own.as(cookie, '/test-lead', { method: 'POST' });
    assert.equal(sent.status, 303);
    const [kept] = await own.store.list({ drawer: 'test', search: '', most: 2 });
    assert.equal(kept?.lead.test, true);
    assert.equal(kept?.judging, 'match');
    assert.equal(kept?.lead.qualification?.band, 'hot');
    assert.equal((await own.store.counts()).leads, 0);
    assert.deepEqual(own.problems, []);
  });

  it('erases what is older than 180 days, and nothing younger', async () => {
    const named = (name: string) => ({ ...ADA.says, contact: person(name, 'a@b.example') });
    await own.send(leadOf(own.playbook, { says: named('Old Example') }, own.now()));
    own.pass(2 * 86_400_000);
    await own.send(leadOf(own.playbook, { says: named('Young Example') }, own.now()));
    own.pass(179 * 86_400_000);
    assert.equal(await own.desk.tidy(), 1);
    const left = await own.store.list({ drawer: 'leads', search: '', most: 9 });
    assert.deepEqual(
      left.map(({ lead }) => lead.contact?.name),
      ['Young Example'],
    );
  });
});
