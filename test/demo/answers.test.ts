import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { modelFrom } from '../../demo/desk/answers.js';
import { SettingFault } from '../../demo/desk/programs.js';
import { playbookFor } from '../../demo/playbook.js';
import { DESK, startDesk } from './desk-stage.js';
import { eventsOf } from '../support/chat-api.js';

const URL_SET = { ANSWER_API_URL: 'https://llm.example/v1', ANSWER_MODEL: 'small' };

describe('the model that the desk asks', () => {
  it('is none, or what three variables say', () => {
    assert.equal(modelFrom({}), undefined);
    assert.deepEqual(modelFrom(URL_SET), { url: 'https://llm.example/v1', name: 'small' });
    assert.deepEqual(
      modelFrom({
        ...URL_SET,
        ANSWER_API_URL: 'https://llm.example/v1/chat/completions',
        ANSWER_API_KEY: ' sk ',
      }),
      { url: 'https://llm.example/v1', name: 'small', key: 'sk' },
    );
  });

  it('is refused with a sentence where something is missing', () => {
    const fault = (env: Parameters<typeof modelFrom>[0]) => {
      try {
        modelFrom(env);
        return null;
      } catch (error) {
        return error instanceof SettingFault ? [error.code, error.path] : error;
      }
    };
    assert.deepEqual(fault({ ANSWER_API_URL: URL_SET.ANSWER_API_URL }), [
      'answers.model-missing',
      'ANSWER_MODEL',
    ]);
    assert.deepEqual(fault({ ...URL_SET, ANSWER_API_URL: 'llm.example' }), [
      'answers.address-unusable',
      'ANSWER_API_URL',
    ]);
  });

  it('is asked by nobody where there is none, and the playbook does not name the desk', async () => {
    assert.equal(playbookFor(DESK).answers, undefined);
    assert.deepEqual(playbookFor(DESK, { answers: true }).answers, { from: `${DESK}/answers` });
    const stage = await startDesk();
    assert.equal((await stage.ask('/answers', { method: 'POST', body: '{}' })).status, 401);
    await stage.close();
  });

  it('answers strangers on the site, ten questions a minute from each', async () => {
    const stage = await startDesk({
      answers: {
        model: { url: 'https://llm.example/v1', name: 'small' },
        ask: async () =>
          new Response(eventsOf({ words: ['ENTRIES: battery\nThe batteries last about three years.'] })),
        knowledge: async ({ knowledge = [] }) =>
          typeof knowledge === 'string' ? [] : knowledge.filter((one) => typeof one === 'object'),
      },
    });
    const post = () =>
      stage.ask('/answers', {
        method: 'POST',
        headers: { Origin: 'http://site.example', 'Content-Type': 'text/plain' },
        body: JSON.stringify({
          playbook: stage.playbook.id,
          language: 'en',
          question: 'How long do batteries last?',
        }),
      });
    const first = await (await post()).text();
    assert.equal(
      first,
      '{"from":["battery"]}\n{"says":"The batteries last about three years."}\n{"end":"answered"}\n',
    );
    const rest = [];
    for (let i = 0; i < 10; i++) rest.push((await post()).status);
    assert.deepEqual(rest, [...Array<number>(9).fill(200), 429]);
    await stage.close();
  });
});
