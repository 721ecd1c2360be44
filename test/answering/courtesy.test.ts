import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { courtesyIn, helpedIn, type Courtesy } from '../../src/answering/courtesy.js';

const rows: readonly (readonly [text: string, is: Courtesy | undefined])[] = [
  ['Hi', 'hello'],
  ['hello there!', 'hello'],
  ['Good morning', 'hello'],
  ['Hallo zusammen', 'hello'],
  ['Guten Tag!', 'hello'],
  ['Grüezi', 'hello'],
  ['مرحبًا', 'hello'],
  ['صباح الخير', 'hello'],
  ['Hello, thank you', 'hello'],
  ['Moin moin', 'hello'],
  ['Hi, how are you?', 'hello'],
  ['Thanks', 'thanks'],
  ['ok thanks a lot', 'thanks'],
  ['Thank you very much!', 'thanks'],
  ['Vielen Dank', 'thanks'],
  ['Danke schön', 'thanks'],
  ['شكرًا جزيلًا', 'thanks'],
  ['OK', 'fine'],
  ['Great, perfect', 'fine'],
  ['Alles klar', 'fine'],
  ['Sehr gut', 'fine'],
  ['Tschüss!', 'fine'],
  ['تمام', 'fine'],
  ['human', 'person'],
  ['Ich möchte einen Menschen sprechen', 'person'],
  ['talk to a human', 'person'],
  ['Can I speak to a real person, please?', 'person'],
  ['I’d like to talk with somebody', 'person'],
  ['Kann ich mit einem Menschen sprechen?', 'person'],
  ['Ich möchte mit jemandem reden', 'person'],
  ['أريد التحدث مع شخص', 'person'],
  ['', undefined],
  ['Thanks, how long does installation take?', undefined],
  ['Hi, what does it cost?', undefined],
  ['Danke, was kostet das?', undefined],
  ['morgen', undefined],
  ['good', undefined],
  ['no thanks', undefined],
  ['Does the alarm talk to a person?', undefined],
  ['do not let me talk to sales', undefined],
  ['The alarm must talk to our control room', undefined],
  [
    'We talk to a person at the supplier every time a freezer gets warm, which takes hours and hours',
    undefined,
  ],
];

describe('courtesies', () => {
  for (const [text, is] of rows) it(`“${text}” is ${is ?? 'none'}`, () => assert.equal(courtesyIn(text), is));
});

describe('what is said to “Did that help?”', () => {
  const said: readonly (readonly [text: string, helpful: boolean | undefined])[] = [
    ['yes', true],
    ['Yes, thanks!', true],
    ['it did', true],
    ['Ja, danke', true],
    ['hat geholfen', true],
    ['نعم', true],
    ['No', false],
    ['no thank you', false],
    ['not really', false],
    ['it didn’t', false],
    ['Nein, danke', false],
    ['thanks', undefined],
    ['no alarm at night', undefined],
    ['yes, we have 12 sites', undefined],
    ['', undefined],
  ];
  for (const [text, helpful] of said)
    it(`“${text}” is ${helpful === undefined ? 'something else' : helpful ? 'yes' : 'no'}`, () =>
      assert.equal(helpedIn(text), helpful));
});
