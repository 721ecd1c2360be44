import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import fc from 'fast-check';
import { snippetFor, snippetScript, SNIPPET_ID } from '../../src/authoring/snippet.js';
import { snippetPolicy } from '../../src/authoring/snippet-policy.js';
import { PlaybookError } from '../../src/playbook/error.js';
import { hashOf } from '../../src/playbook/hash.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { changed, small, textOfFixture, whole, type Change } from '../playbook/fixtures.js';

const src = 'https://www.kestrel.example/warmlead/warmlead.js';
const textWith = (...changes: readonly Change[]): string => JSON.stringify(changed(whole, ...changes));

interface Run {
  readonly options: { readonly [name: string]: unknown };
  readonly scripts: readonly { readonly id: string; readonly src: string; readonly async: boolean }[];
}

/** Runs a script on a page that has what the snippet needs and nothing else. `before`: options the site has set. */
const run = (script: string, before?: object, times = 1): Run => {
  const scripts: { id: string; src: string; async: boolean }[] = [];
  const window: { WarmleadOptions?: object | undefined } = { WarmleadOptions: before };
  const document = {
    createElement: () => ({ id: '', src: '', async: false }),
    getElementById: (id: string) => scripts.find((one) => one.id === id) ?? null,
    head: { appendChild: (one: (typeof scripts)[number]) => scripts.push(one) },
  };
  for (let time = 0; time < times; time += 1) runInNewContext(script, { window, document });
  return { options: JSON.parse(JSON.stringify(window.WarmleadOptions)), scripts };
};

describe('a snippet', () => {
  it('is one script element that gives the page the playbook and the script', () => {
    const html = snippetFor(textOfFixture('whole'), { src });
    assert.match(html, /^<script>\n[^<>]+<\/script>$/);
    const { options, scripts } = run(snippetScript(textOfFixture('whole'), { src }));
    assert.deepEqual(scripts, [{ id: SNIPPET_ID, src, async: true }]);
    const { $schema: _, ...parts } = whole as { $schema?: string };
    assert.deepEqual(options['playbook'], parts);
    assert.equal(hashOf(options['playbook']), hashOf(whole));
    assert.equal(options['accent'], '#0F766E');
    assert.equal(options['fallback-email'], 'fleet@harbour-bikes.example');
    assert.equal(options['base'], 'https://www.kestrel.example/warmlead/');
  });

  it('leaves out the private part, comments and the link for editors', () => {
    const text = `// Not for visitors\n${textWith(['private', { owners: { north: {} } }], ['$schema', './x.json'])}`;
    const script = snippetScript(text, { src });
    assert.doesNotMatch(script, /Not for visitors|private|schema/);
  });

  it('does nothing when it runs a second time, and keeps options that the site has set', () => {
    const { options, scripts } = run(snippetScript(textOfFixture('small'), { src }), { locale: 'de' }, 2);
    assert.equal(scripts.length, 1);
    assert.equal(options['locale'], 'de');
  });

  it('takes an address on the same site', () => {
    const { options, scripts } = run(snippetScript(textOfFixture('small'), { src: '/w/warmlead.js?v=3' }));
    assert.equal(scripts[0]?.src, '/w/warmlead.js?v=3');
    assert.equal(options['base'], '/w/');
    assert.equal(
      run(snippetScript(textOfFixture('small'), { src: 'warmlead.js' })).options['base'],
      undefined,
    );
  });

  it('survives whatever a text holds', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        ...[
          '</script',
          '<!--',
          '-->',
          '<script',
          ']]>',
          '&',
          '&amp;',
          '&&',
          '{{',
          '}}',
          '{{x}}',
          '\\',
          '"',
          "'",
          '`',
          '${x}',
        ],
        ...[
          '\u2028',
          '\u2029',
          '\n',
          '\r\n',
          '\t',
          '\u0000',
          'ä',
          'مرحبا',
          '😀',
          '\ud83d',
          'a ',
          '//',
          '/*',
          '*/',
          '\u00a0',
          '\ufeff',
        ],
      ),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const script = snippetScript(textWith(['company.team', `x${text}x`]), { src });
        assert.match(script, /^[\n -~]*$/);
        assert.doesNotMatch(script, /[<>&]|\{\{|\n\s*\n/);
        parse(script, { ecmaVersion: 5 });
        const { company } = run(script).options['playbook'] as Playbook;
        assert.equal(company.team, `x${text}x`);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused where the check finds an error, secrets among them', () => {
    for (const change of [
      ['steps[0].next', 'nowhere'],
      ['delivery.url', 'https://u:secret@x.example/'],
    ] as const) {
      assert.throws(
        () => snippetFor(textWith(change), { src }),
        (error) => error instanceof PlaybookError && error.problems.every(({ level }) => level === 'error'),
      );
    }
    assert.throws(() => snippetFor('{', { src }), PlaybookError);
  });
});

describe('the policy for a snippet', () => {
  const policy = (...changes: readonly Change[]) =>
    snippetPolicy(changed(small, ...changes) as Playbook, src, 'sha256-abc');

  it('names the hash, the place of the script and where leads go', () => {
    assert.deepEqual(policy(['delivery', { to: 'formspree', form: 'abc' }]), [
      "script-src 'sha256-abc' https://www.kestrel.example",
      'connect-src https://formspree.io',
    ]);
  });

  it("says 'self' for the own site, names each place once, and pictures where there are some", () => {
    const backup = { to: 'web3forms', key: 'x' };
    const products = [
      { id: 'a', name: 'A', image: '/a.png' },
      { id: 'b', name: 'B', image: '//cdn.example/b.png' },
    ];
    assert.deepEqual(policy(['delivery', { to: 'desk', backup }], ['products', products]).slice(1), [
      "connect-src 'self' https://api.web3forms.com",
      "img-src 'self' https://cdn.example",
    ]);
  });

  it('lets booking pages in that are shown inside the chat, and no others', () => {
    const offers = {
      demo: { kind: 'booking', label: 'Demo', url: 'https://calendly.com/kestrel/demo', embed: true },
      call: { kind: 'booking', label: 'Call', url: 'https://cal.com/kestrel/call' },
      own: { kind: 'booking', label: 'Visit', url: '/visit', embed: true },
    };
    assert.deepEqual(policy(['offers', offers]).slice(2), ['frame-src https://calendly.com']);
  });
});
