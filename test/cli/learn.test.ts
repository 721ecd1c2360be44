import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { learned } from '../../src/authoring/learned.js';
import { readAnswers } from '../../src/cli/read-answers.js';
import { readTable } from '../../src/cli/read-table.js';
import { readKnowledge } from '../../src/playbook/knowledge-file.js';
import { buildCommand } from './command.js';

const faqPage = `<script type="application/ld+json">
  {"@context": "https://schema.org", "@graph": [{"@type": "FAQPage", "mainEntity": [
    {"@type": "Question", "name": "Do you ship to Malta?", "acceptedAnswer": {"@type": "Answer",
      "text": "<p>Yes, in <b>four days</b>.</p><ul><li>By van</li><li>By <a href='/sea'>sea</a></li></ul>"}},
    {"@type": "Question", "name": "Unanswered?"}]}]}
</script><script type="application/ld+json">{ broken</script>`;

describe('answers on a page', () => {
  it('are those it tells search engines', () => {
    assert.deepEqual(readAnswers(faqPage), [
      { questions: ['Do you ship to Malta?'], answer: 'Yes, in **four days**.\n- By van\n- By [sea](/sea)' },
    ]);
  });

  it('are those that fold out', () => {
    const html = `<link rel="canonical" href="https://a.example/faq"><details id="back"><summary>Returns <b>&amp; refunds</b></summary>
      <p>Within 30&nbsp;days.</p><script>no()</script></details>`;
    assert.deepEqual(readAnswers(html), [
      { questions: ['Returns & refunds'], answer: 'Within 30 days.', url: 'https://a.example/faq#back' },
    ]);
  });

  it('stand below headings that ask, however they are wrapped', () => {
    const html = `<nav><h2>Where am I?</h2>Here</nav><h1>Help</h1><p>Welcome.</p>
      <div class="q"><h2><button>How long does it take?</button></h2></div><div class="a"><p>Two days.<br>At most three.</p></div>
      <section><h3>هل يعمل دون إنترنت؟</h3> نعم <h3>Nothing here?</h3></section><h2>About us</h2><p>We sell.</p>`;
    assert.deepEqual(
      readAnswers(html).map(({ questions, answer }) => [questions[0], answer]),
      [
        ['How long does it take?', 'Two days.\nAt most three.'],
        ['هل يعمل دون إنترنت؟', 'نعم'],
      ],
    );
  });

  it('stand in lists of terms; without any question every heading counts', () => {
    assert.equal(readAnswers('<dl><dt>Is it heavy?</dt><dd>12 kg</dd></dl>')[0]?.answer, '12 kg');
    assert.deepEqual(readAnswers('<h2>Delivery</h2><p>Two days.</p>'), [
      { questions: ['Delivery'], answer: 'Two days.' },
    ]);
  });

  it('have no marks but their own and no address that could do harm', () => {
    const html = '<h2>How?</h2><p>5*3 [x] <a href="javascript:x()">tap</a> <a href="/a_(b)">this</a></p>';
    assert.equal(readAnswers(html)[0]?.answer, '5\\*3 \\[x\\] tap this');
  });

  it('are looked for in anything', () => {
    const pieces = [
      ...faqPage.split(/(?=[<>{"])/),
      '<h2>',
      '<details>',
      '<summary>',
      'Why?',
      '</p>',
      '<dl><dt>',
      '<a href="',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        for (const { questions, answer } of readAnswers(parts.join('')))
          assert.ok(questions.length === 1 && answer !== '');
      }),
    );
  });
});

describe('answers in a table', () => {
  it('are read by the names of their columns', () => {
    const csv =
      '\uFEFFid;URL;Answer;Question;Asked\nship;/ship;"Two; days";"How long?\nHow soon?";3\n;;;Empty?;1\n';
    assert.deepEqual(readTable(csv), [
      { questions: ['How long?', 'How soon?'], answer: 'Two; days', id: 'ship', url: '/ship' },
      { questions: ['Empty?'], answer: '' },
    ]);
    assert.deepEqual(readTable("question,answer,also\n'=1+1?,Two,sum\n"), [
      { questions: ['=1+1?'], answer: 'Two', also: ['sum'] },
    ]);
  });

  it('are not read without a column of questions', () => {
    assert.equal(readTable('a,b\n1,2\n'), null);
    assert.equal(readTable(''), null);
  });
});

describe('drafts', () => {
  it('have names of their own, one answer a question and one entry an answer', () => {
    const { entries, unanswered, long } = learned([
      { questions: ['How long is the delivery?'], answer: 'Two days.', url: '/d' },
      { questions: ['HOW LONG IS THE DELIVERY'], answer: 'Three days.' },
      { questions: ['When does the delivery come?'], answer: 'Two days. ' },
      { questions: ['Is the delivery long?'], answer: 'x'.repeat(401), id: '1bad' },
      { questions: ['كم السعر؟'], answer: 'من 49.' },
      { questions: ['Who are you?', ' '], answer: 'Us.', id: 'us' },
      { questions: ['Is it safe?'], answer: ' ' },
      { questions: ['Who are you?'], answer: '' },
    ]);
    assert.deepEqual(
      entries.map(({ id, questions }) => [id, ...questions]),
      [
        ['delivery', 'How long is the delivery?', 'When does the delivery come?'],
        ['delivery-2', 'Is the delivery long?'],
        ['entry', 'كم السعر؟'],
        ['us', 'Who are you?'],
      ],
    );
    assert.deepEqual(unanswered, ['Is it safe?']);
    assert.deepEqual(long, ['delivery-2']);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'warmlead-learn-'));
after(() => rmSync(folder, { recursive: true }));
const command = await buildCommand();
after(() => command.close());
const warmlead = (...args: readonly string[]) => command.runIn(folder, ...args);

describe('warmlead learn', () => {
  mkdirSync(join(folder, 'site/more'), { recursive: true });
  writeFileSync(join(folder, 'site/faq.html'), faqPage);
  writeFileSync(join(folder, 'site/more/faq.csv'), 'question,answer\nIs it loud?,No.\nIs it red?,\n');
  writeFileSync(join(folder, 'site/photo.png'), 'x');

  it('prints what to put into the playbook', () => {
    const { status, stdout, stderr } = warmlead('learn', 'site/faq.html');
    assert.equal(status, 0);
    const { knowledge } = JSON.parse(`{${stdout}}`);
    assert.equal(knowledge[0].id, 'ship-malta');
    assert.match(stderr, /1 answer\..*read every one/);
  });

  it('reads a folder and writes a new file that a playbook can name', () => {
    const { status, stderr } = warmlead('learn', 'site', '-o', 'faq.json');
    assert.equal(status, 0);
    assert.match(stderr, /"knowledge": "\/faq\.json"[^]*Nobody has answered[^]*Is it red\?/);
    const { entries, faults } = readKnowledge(readFileSync(join(folder, 'faq.json'), 'utf8'));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      entries.map(({ answer }) => answer.slice(0, 3)),
      ['Yes', 'No.'],
    );
    assert.equal(warmlead('learn', 'site', '-o', 'faq.json').status, 2);
  });

  it('says what is missing', () => {
    assert.equal(warmlead('learn', 'nowhere.html').status, 2);
    writeFileSync(join(folder, 'empty.html'), '<p>Hello</p>');
    const { status, stderr } = warmlead('learn', 'empty.html');
    assert.equal(status, 1);
    assert.match(stderr, /no question with an answer/);
    writeFileSync(join(folder, 'odd.csv'), 'a,b\n1,2\n');
    assert.match(warmlead('learn', 'odd.csv').stderr, /column "question"/);
  });
});
