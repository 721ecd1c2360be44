import { describe } from 'node:test';
import { itExplains } from './shape-rows.js';

describe('a field that is unknown or missing', () => {
  itExplains([
    [
      'an unknown field near a known one',
      [['steps[0].aks', 'x']],
      'field.unknown',
      'steps[0].aks',
      '"aks" is not a field of this step',
      'Did you mean "ask"?',
    ],
    [
      'a word of another tool for a field',
      [['steps[0].question', 'x']],
      'field.unknown',
      'steps[0].question',
      '"question"',
      'Did you mean "ask"?',
    ],
    [
      'an unknown field near nothing',
      [['look.wobble', 1]],
      'field.unknown',
      'look.wobble',
      'of this look',
      'one of the fields known here: "accent", "side", "scheme"',
    ],
    [
      'an unknown field of the playbook',
      [['stesp', []]],
      'field.unknown',
      'stesp',
      'of the playbook',
      'Did you mean "steps"?',
    ],
    [
      'a missing field',
      [['company.name', undefined]],
      'field.missing',
      'company.name',
      '"name" is missing',
      'Add "name": The company’s name',
    ],
    [
      'a missing ending',
      [['endings.nurture', undefined]],
      'field.missing',
      'endings.nurture',
      '"nurture" is missing',
      'Add "nurture"',
    ],
    [
      'a missing label',
      [['steps[0].options[0].label', undefined]],
      'field.missing',
      'steps[0].options[0].label',
      '"label" is missing',
      'What the visitor reads',
    ],
    [
      'a conditional greeting without its text',
      [['welcome.say[0].text', undefined]],
      'field.missing',
      'welcome.say[0].text',
      '"text" is missing',
      'Add "text"',
    ],
    [
      'a misspelt branch',
      [['steps[0].next[0].goto', 'bikes']],
      'field.unknown',
      'steps[0].next[0].goto',
      'of this branch',
      'Did you mean "go"?',
    ],
    [
      'a misspelt field of an option among plain ones',
      [['steps[0].options[0].labl', 'x']],
      'field.unknown',
      'steps[0].options[0].labl',
      'of this option',
      'Did you mean "label"?',
    ],
  ]);
});
