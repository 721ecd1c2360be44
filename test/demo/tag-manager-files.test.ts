import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { containerExport } from '../../demo/gtm/container.js';
import { dataLayerEvents } from '../../src/formats/data-layer.js';
import type { Measure } from '../../src/formats/measure.js';
import { containerOf } from '../support/tag-manager.js';

const template = readFileSync('demo/gtm/template.tpl', 'utf8');
const sections = new Map(
  [...template.matchAll(/^___([A-Z_]+)___\n([^]*?)(?=^___[A-Z_]+___$|$(?![^]))/gm)].map(
    ([, name = '', text = '']) => [name, text.trim()],
  ),
);
const json = (name: string) => JSON.parse(sections.get(name) ?? '');
const code = sections.get('SANDBOXED_JS_FOR_WEB_TEMPLATE') ?? '';
const required = [...code.matchAll(/require\('(\w+)'\)/g)].map(([, name = '']) => name);

/** Runs the template with what Google hands it; answers with what it did. */
const run = (data: object) => {
  const done: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      done.push([name, ...args]);
  const apis: Readonly<Record<string, unknown>> = {
    // Google's own answers undefined where the text is no JSON.
    JSON: {
      parse: (text: string) => {
        try {
          return JSON.parse(text);
        } catch {
          return undefined;
        }
      },
    },
    injectScript: (src: string, onSuccess: () => void, _onFailure: () => void, cache: string) => {
      done.push(['injectScript', src, cache]);
      onSuccess();
    },
    logToConsole: note('logToConsole'),
    setInWindow: note('setInWindow'),
  };
  const handed = { ...data, gtmOnSuccess: note('success'), gtmOnFailure: note('failure') };
  runInNewContext(`(function (require, data) {${code}\n})(require, data)`, {
    require: (name: string) => apis[name],
    data: handed,
  });
  return JSON.parse(JSON.stringify(done));
};

describe('the template for Google Tag Manager', () => {
  it('has the sections that Google documents, in their order', () => {
    assert.deepEqual(
      [...sections.keys()],
      [
        ...['TERMS_OF_SERVICE', 'INFO', 'TEMPLATE_PARAMETERS', 'SANDBOXED_JS_FOR_WEB_TEMPLATE'],
        ...['WEB_PERMISSIONS', 'TESTS', 'NOTES'],
      ],
    );
    assert.equal(json('INFO').type, 'TAG');
    assert.deepEqual(json('INFO').containerContexts, ['WEB']);
  });

  it('uses every field that it asks for and asks for every field that it uses', () => {
    const asked = json('TEMPLATE_PARAMETERS').map(({ name }: { name: string }) => name);
    const used = [...code.matchAll(/\bdata\.(\w+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('gtmOn'));
    assert.deepEqual([...new Set(used)].toSorted(), asked.toSorted());
  });

  it('has code that can be read, and the permissions for what it requires', () => {
    parse(code, { ecmaVersion: 6 });
    const granted = json('WEB_PERMISSIONS').map(
      (one: { instance: { key: { publicId: string } } }) => one.instance.key.publicId,
    );
    const needs: Readonly<Record<string, string>> = {
      injectScript: 'inject_script',
      setInWindow: 'access_globals',
      logToConsole: 'logging',
    };
    assert.deepEqual(required.flatMap((name) => needs[name] ?? []).toSorted(), granted.toSorted());
    assert.match(sections.get('WEB_PERMISSIONS') ?? '', /"string": "WarmleadOptions"/);
  });

  it('hands on an address, or the playbook that was pasted', () => {
    const src = 'https://www.example.com/w/warmlead.js?v=2';
    const base = 'https://www.example.com/w/';
    assert.deepEqual(run({ src, playbook: ' /playbook.json ', accent: '#123456' }), [
      ['setInWindow', 'WarmleadOptions', { playbook: '/playbook.json', base, accent: '#123456' }, true],
      ['injectScript', src, 'warmlead'],
      ['success'],
    ]);
    assert.deepEqual(run({ src, playbook: '/p.json', events: true })[0], [
      'setInWindow',
      'WarmleadOptions',
      { playbook: '/p.json', base, events: 'dataLayer' },
      true,
    ]);
    assert.deepEqual(run({ src, playbook: '{"id": "x"}', fallbackEmail: 'a@b.example' })[0], [
      'setInWindow',
      'WarmleadOptions',
      { playbook: { id: 'x' }, base, fallbackEmail: 'a@b.example' },
      true,
    ]);
  });

  it('loads nothing where the pasted text cannot be read', () => {
    const done = run({ src: 'https://www.example.com/warmlead.js', playbook: '{ broken' });
    assert.deepEqual(
      done.map(([name]: [string]) => name),
      ['logToConsole', 'failure'],
    );
  });
});

describe('the container for Google Tag Manager', () => {
  it('is the snippet of a starter in one tag for all pages', () => {
    const file = 'demo/gtm/container.json';
    const made = `${JSON.stringify(containerExport(), null, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made);
    assert.ok(existsSync(file));
    assert.equal(readFileSync(file, 'utf8'), made, 'run with UPDATE_GOLDEN=1 after a change of the starter');
    const { exportFormatVersion, containerVersion } = JSON.parse(made);
    assert.equal(exportFormatVersion, 2);
    const [tag] = containerVersion.tag;
    assert.deepEqual(
      [tag.type, tag.firingTriggerId, tag.tagFiringOption],
      ['html', ['2147479553'], 'ONCE_PER_LOAD'],
    );
    assert.ok(containerOf(tag.parameter[0].value).includes('WarmleadOptions'));
    assert.ok(tag.parameter[0].value.includes('o["events"] = "dataLayer"'));
  });

  it('hands every event of the chat on to Google Analytics, with all it says', () => {
    const { containerVersion } = JSON.parse(JSON.stringify(containerExport()));
    const [, tag] = containerVersion.tag;
    const [trigger] = containerVersion.trigger;
    assert.deepEqual(tag.firingTriggerId, [trigger.triggerId]);
    const [, pattern] = trigger.customEventFilter[0].parameter;
    const measures: readonly Measure[] = [
      { is: 'shown' },
      { is: 'left', step: 'need' },
      { is: 'handed_over', verdict: 'qualified', band: 'hot' },
      { is: 'handed_over', verdict: 'disqualified', band: null },
      { is: 'chosen', kind: 'callback' },
    ];
    const about = { playbook: 'x', version: '1', arrival: 'ad' };
    const events = measures.flatMap((measure) => dataLayerEvents(measure, about));
    for (const { event } of events) assert.match(event, new RegExp(pattern.value));
    for (const other of ['purchase', 'gtm.js', 'lead']) assert.doesNotMatch(other, new RegExp(pattern.value));
    const variables = new Map(
      containerVersion.variable.map((variable: { name: string; parameter: { value: string }[] }) => [
        variable.name,
        variable.parameter.at(-1)?.value,
      ]),
    );
    const table = tag.parameter.find(({ key }: { key: string }) => key === 'eventSettingsTable').list;
    const handed = table.map(({ map: [name, value] }: { map: { value: string }[] }) => [
      name?.value,
      variables.get(/^\{\{(.+)\}\}$/.exec(value?.value ?? '')?.[1]),
    ]);
    const said = Object.keys(events[0]?.warmlead ?? {});
    assert.deepEqual(
      handed,
      said.map((name) => [name, `warmlead.${name}`]),
    );
  });
});
