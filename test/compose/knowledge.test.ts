import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadKnowledge } from '../../src/compose/knowledge.js';

const wifi = { id: 'wifi', questions: ['What if the Wi-Fi is down?'], answer: 'It uses mobile data.' };
const price = { id: 'price', questions: ['How much is it?'], answer: 'From £49.' };
const BASE = 'https://shop.example/chat/playbook.json';

/** A server with these files. */
const serving = (files: { readonly [url: string]: string }) => {
  const asked: string[] = [];
  const send = (async (url: string) => {
    asked.push(url);
    const text = files[url];
    if (text === 'none') throw new TypeError('Failed to fetch');
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  }) as typeof fetch;
  return { send, asked };
};
const codes = (problems: readonly { readonly code: string; readonly path: string }[]) =>
  problems.map(({ code, path }) => `${code} at ${path}`);

describe('knowledge', () => {
  it('that stands in the playbook is taken as it is, without a request', async () => {
    const { send, asked } = serving({});
    assert.deepEqual(await loadKnowledge({ knowledge: [wifi, price] }, BASE, send), {
      entries: [wifi, price],
      problems: [],
    });
    assert.deepEqual((await loadKnowledge({}, BASE, send)).entries, []);
    assert.deepEqual(asked, []);
  });

  it('comes from files beside the playbook, as a list or as part of a playbook', async () => {
    const { send, asked } = serving({
      'https://shop.example/chat/faq.json': JSON.stringify([wifi]),
      'https://shop.example/prices.json': `\uFEFF${JSON.stringify({ knowledge: [price, wifi] })}`,
    });
    const { entries, problems } = await loadKnowledge(
      { knowledge: ['faq.json', '/prices.json'] },
      BASE,
      send,
    );
    assert.deepEqual(entries, [wifi, price]);
    assert.deepEqual(problems, []);
    assert.equal(asked.length, 2);
    assert.deepEqual((await loadKnowledge({ knowledge: 'faq.json' }, BASE, send)).entries, [wifi]);
  });

  it('that cannot be had is said, and the rest is there', async () => {
    const { send } = serving({
      'https://shop.example/a.json': 'none',
      'https://shop.example/c.json': '<!doctype html>',
      'https://shop.example/d.json': JSON.stringify([wifi, { id: 'x', questions: [], answer: 'y' }, null]),
    });
    const { entries, problems } = await loadKnowledge(
      { knowledge: ['/a.json', '/b.json', '/c.json', '/d.json', 'https://'] },
      BASE,
      send,
    );
    assert.deepEqual(entries, [wifi]);
    assert.deepEqual(codes(problems), [
      'knowledge.unreachable at knowledge[0]',
      'knowledge.refused at knowledge[1]',
      'knowledge.not-json at knowledge[2]',
      'knowledge.entry-unusable at knowledge[3]',
      'knowledge.entry-unusable at knowledge[3]',
      'knowledge.no-address at knowledge[4]',
    ]);
  });
});
