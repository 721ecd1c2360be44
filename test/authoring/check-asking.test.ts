import { describe } from 'node:test';
import { itAccepts, itFinds } from './check-rows.js';

const answers = (from: string, when?: string) => ['answers', { from, ...(when && { when }) }] as const;

describe('the check of a server that answers typed questions', () => {
  itFinds([
    [
      'what leaves the page with it',
      [answers('/answers')],
      'info',
      'answers.leave-the-page',
      'answers',
      'cannot answer itself go to your server at "/answers"',
      'privacy policy',
    ],
    [
      'that every question leaves the page',
      [answers('https://desk.example/answers', 'always')],
      'info',
      'answers.leave-the-page',
      'answers',
      'Every typed question goes to your server',
      'privacy policy',
    ],
    [
      'the address of a model',
      [answers('https://llm.example/v1/chat/completions')],
      'error',
      'answers.not-your-server',
      'answers.from',
      'secret key',
      'your own receiver',
    ],
    [
      'an address that cannot be asked',
      [answers('mailto:sales@kestrel.example')],
      'error',
      'answers.address-unusable',
      'answers.from',
      'no address that can be asked',
      'slash',
    ],
    [
      'a server with nothing to answer out of',
      [answers('/answers'), ['knowledge', undefined]],
      'warning',
      'answers.no-knowledge',
      'answers',
      'there is none',
      'Add "knowledge"',
    ],
  ]);
  itAccepts('answers.no-knowledge', [
    ['files of knowledge', [answers('/answers'), ['knowledge', '/faq.json']]],
  ]);
});
