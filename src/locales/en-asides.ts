import type { AsideTexts } from './text.js';

export const enAsides: AsideTexts = {
  somethingElse: 'Something else',
  hello: 'Hello.',
  welcome: 'You’re welcome.',
  gladly: 'Of course.',
  helps: 'That helps',
  helpsNot: 'Not quite',
  toPerson: 'Let me talk to a person',
  carryOn: 'Carry on with the questions',
  good: 'Good to hear.',
  letGo: 'No problem. We’ll leave it there.',
  forPerson: 'Noted for the team. You can also reach us directly.',
};
