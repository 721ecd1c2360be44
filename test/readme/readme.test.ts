/** Every example of the README is carried out here, so that none can go stale. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { connectForm } from '../../src/authoring/connect.js';
import { SAMPLE_KEY } from '../../src/authoring/check-sample-key.js';
import { checkText } from '../../src/authoring/check-text.js';
import { readMarkup } from '../../src/cli/read-form.js';
import { CONVERSATION_CALLS } from '../../src/embed/global.js';
import { OPTION_NAMES } from '../../src/embed/options.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { block, pages, ROOT as root } from './pages.js';
import { buildCommand } from '../cli/command.js';

const readme = pages[0]?.text ?? '';

const errorsIn = (playbook: object): readonly string[] =>
  checkText(JSON.stringify(playbook))
    .problems.filter(({ level }) => level === 'error')
    .map(({ path, message }) => `${path}: ${message}`);

const command = await buildCommand();
after(() => command.close());

/** Runs the command in a folder that holds the playbook. */
const warmlead = async (playbook: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = await command.run({ 'playbook.json': playbook }, ...args);
  return { status, said: stdout + stderr };
};

const whole = JSON.parse(block('json playbook')) as { steps: object[] };

describe('the README', () => {
  it('shows a playbook without a fault', () => {
    assert.deepEqual(
      checkText(block('json playbook')).problems.filter(({ level }) => level !== 'info'),
      [],
    );
  });

  it('shows steps, qualification, further parts and translations that work together', () => {
    const playbook = {
      ...whole,
      steps: JSON.parse(block('json steps')) as object[],
      qualification: JSON.parse(block('json qualification')) as object,
      texts: JSON.parse(block('json texts')) as object,
    };
    assert.deepEqual(errorsIn(playbook), []);
  });

  it('shows destinations that leads can be sent to', () => {
    for (const delivery of JSON.parse(block('json destinations')) as object[])
      assert.deepEqual(errorsIn({ ...whole, delivery }), []);
  });

  it('shows rarer questions, a destination with a second one, and settings of privacy that can be used', () => {
    const remembered = JSON.parse(block('json remembered')) as object;
    for (const part of [
      { steps: [...(JSON.parse(block('json rarer')) as object[]), ...whole.steps] },
      ...['json backup', 'json mailto', 'json partial'].map((info) => ({
        delivery: JSON.parse(block(info)) as object,
      })),
      { privacy: JSON.parse(block('json privacy')) as object },
      remembered,
    ])
      assert.deepEqual(errorsIn({ ...whole, ...part }), []);
  });

  it('shows what is made of the HTML of a form', () => {
    const form = `<form action="/contact/#wpcf7-f123-o1"><input type="hidden" name="_wpcf7" value="123">
      <input type="tel" name="tel-42"><input type="text" name="full-name" aria-label="Name"></form>`;
    assert.deepEqual(connectForm(readMarkup(form))?.delivery, JSON.parse(block('json connected')));
  });

  it('shows what is said of a key that is only an example', () => {
    const delivery = { to: 'web3forms', key: SAMPLE_KEY };
    const said = checkText(JSON.stringify({ ...whole, delivery })).problems.map(({ message }) => message);
    assert.ok(said.includes(block('text sample-key').trim()), said.join('\n'));
  });

  it('shows a word for the cookie banner that runs and names an option', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(block('html cookie-banner'))?.[1] ?? '';
    const page: { window?: object; Warmlead?: unknown[] } = {};
    page.window = page;
    runInNewContext(`${script}; cookieBannerSays(true);`, page);
    assert.equal(JSON.stringify(page.Warmlead), '[["init",{"storage":"yes"}]]');
    assert.ok((OPTION_NAMES as readonly string[]).includes('storage'));
  });

  it('shows a condition that can be used', () => {
    const role = {
      id: 'role',
      ask: 'How will this be decided?',
      options: ['decide', 'recommend', 'research'],
    };
    const points = [{ when: JSON.parse(block('json condition')) as object, add: 1, because: 'It holds' }];
    const verdicts = [{ is: 'nurture', because: 'Too early' }];
    assert.deepEqual(
      errorsIn({
        ...whole,
        steps: [role, ...whole.steps],
        qualification: { framework: 'BANT', points, verdicts },
      }),
      [],
    );
  });

  it('shows a tag whose every attribute is an option', () => {
    const names = [...block('html embed').matchAll(/data-([a-z-]+)=/g)].map(([, name]) => name);
    assert.deepEqual(
      names.filter((name) => !(OPTION_NAMES as readonly string[]).includes(name ?? '')),
      [],
    );
  });

  it('has a row for every option and every call', () => {
    for (const name of OPTION_NAMES) assert.ok(readme.includes(`\`${name}\``), name);
    for (const name of CONVERSATION_CALLS) assert.ok(readme.includes(`\`${name}(`), name);
  });

  it('shows the brief as it is made', async () => {
    const golden = await readFile(join(root, 'test/fixtures/leads/hot.txt'), 'utf8');
    assert.equal(block('text brief').trimEnd(), golden.trimEnd());
  });

  it('shows a lead that the published schema accepts', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(leadSchema as object);
    assert.ok(
      validate({ ...(JSON.parse(block('json lead')) as object), log: [] }),
      JSON.stringify(validate.errors),
    );
  });

  it('shows what the check really says', async () => {
    const wrong = block('json playbook').replace(
      '"label": "We notice a warm freezer too late" }',
      '"label": "We notice a warm freezer too late", "go": "site" }',
    );
    const { status, said } = await warmlead(wrong, 'check', 'playbook.json');
    assert.equal(status, 1);
    assert.equal(said.trim(), block('text check').trim());
  });

  it('shows how a secret is refused', async () => {
    const hook = ['https://hooks.slack', '.com/services/T00000000/B00000000/a8Kd93LmQ0zX7wVb2Rt5'].join('');
    const wrong = block('json playbook').replace('https://www.kestrel.example/leads', hook);
    const { status, said } = await warmlead(wrong, 'check', 'playbook.json');
    assert.equal(status, 1);
    assert.ok(said.includes(block('text secret')), said);
  });

  it('shows what is explained about kept data', async () => {
    const { status, said } = await warmlead(block('json playbook'), 'explain', '--data', 'playbook.json');
    assert.equal(status, 0);
    assert.ok(said.includes(`\n${block('text explain')}`), said);
  });

  it('shows a private part that is not published', async () => {
    const part = JSON.parse(block('json private-part')) as object;
    const { status, said } = await warmlead(
      JSON.stringify({ ...whole, ...part }),
      'publish',
      'playbook.json',
    );
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(said), whole);
  });

  for (const info of ['ts receiver', 'ts playbook-api']) {
    it(`runs its example “${info}”`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'warmlead-readme-'));
      const file = join(folder, 'example.mjs');
      await build({
        stdin: { contents: `${block(info)}\nexport const done = true;`, loader: 'ts', resolveDir: root },
        alias: {
          'warmlead/receiver': join(root, 'src/receiver/index.ts'),
          'warmlead/playbook': join(root, 'src/playbook/index.ts'),
        },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: file,
      });
      const example = (await import(pathToFileURL(file).href)) as { done: boolean };
      await rm(folder, { recursive: true });
      assert.equal(example.done, true);
    });
  }
});
