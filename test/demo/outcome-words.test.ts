import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerText, outcomeWords } from '../../demo/try/outcome-words.js';
import { judge } from '../../src/outbox/judge.js';
import type { AcceptedBy } from '../../src/formats/accepted.js';
import type { Outcome } from '../../src/ports/delivery.js';

const answer = (status: number, body = '') => ({ status, body, retryAfter: null, date: null });
const web3forms: AcceptedBy = { member: 'success', received: [true], refused: [false] };

/** The words for an answer as the outbox judges it. */
const wordsFor = (status: number, body = '', acceptedBy: AcceptedBy = web3forms) =>
  outcomeWords(judge(answer(status, body), { acceptedBy, key: 'k.1' }, 0), 'forms.example', false);

describe('what became of a test lead', () => {
  it('is good only where the destination says that it took it', () => {
    assert.deepEqual(
      [
        wordsFor(200, '{"success": true}').good,
        wordsFor(200, '{"success": false}').good,
        wordsFor(200, '<html>Log in</html>').good,
        wordsFor(404).good,
        wordsFor(503).good,
        wordsFor(410).good,
      ],
      [true, false, false, false, false, false],
    );
  });

  it('tells a refusal, trouble and a strange answer apart', () => {
    assert.match(wordsFor(200, '{"success": false}').says, /forms\.example refused the test lead \(200\)/);
    assert.match(wordsFor(503).says, /in trouble or busy/);
    assert.match(wordsFor(200, '<html>').says, /not as this destination does/);
    assert.match(wordsFor(404).cure, /Check the address/);
    assert.match(wordsFor(401).cure, /Check the key/);
  });

  it('blames the policy of the page and not the destination where nothing got out', () => {
    const failed: Outcome = { is: 'retry', code: 'network.failed' };
    assert.match(outcomeWords(failed, 'forms.example', false).says, /did not answer/);
    assert.match(outcomeWords(failed, 'forms.example', true).says, /content security policy/);
  });

  it('does not claim to have read an answer that no page may read', () => {
    const words = outcomeWords({ is: 'acknowledged', status: 0 }, 'forms.example', false);
    assert.match(words.says, /lets no page read its answer/);
  });

  it('shows the beginning of an answer', () => {
    assert.equal(answerText(undefined), '');
    assert.equal(answerText(answer(200, ' yes ')), 'yes');
    assert.ok(answerText(answer(200, 'x'.repeat(2_000))).length < 700);
  });
});
