/** Checks that every placeholder in a text names something that can be known. */
import { placeholdersIn } from '../flow/fill-prompt.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Text } from '../playbook/schema.js';
import { someOf, type Findings } from './findings.js';
import { namesOf } from './names.js';

export const checkPlaceholders = (playbook: Playbook, { error }: Findings): void => {
  const names = namesOf(playbook);
  const isAnswer = (name: string): boolean => {
    const answer = names.answer(name);
    return name === 'company' || (answer !== undefined && answer.is !== 'silent');
  };
  const answers = ['company', ...names.answers];
  const look = (
    text: Text | undefined,
    path: string,
    isKnown = isAnswer,
    known: readonly string[] = answers,
  ): void => {
    const texts = typeof text === 'string' ? [text] : (text ?? []);
    texts.forEach((line, i) => {
      for (const name of placeholdersIn(line)) {
        if (isKnown(name)) continue;
        error(
          'text.unknown-placeholder',
          typeof text === 'string' ? path : `${path}[${i}]`,
          `Nothing is known by the name {${name}}.`,
          () => didYouMean(name, known, `Known here: ${someOf(known, 10)}.`),
        );
      }
    });
  };
  const { welcome, steps, knowledge, objections, offers, endings } = playbook;
  if (Array.isArray(welcome?.teaser)) {
    welcome.teaser.forEach(({ text }, i) => look(text, `welcome.teaser[${i}].text`));
  } else look(welcome?.teaser as string | undefined, 'welcome.teaser');
  if (Array.isArray(welcome?.say)) {
    welcome.say.forEach((greeting, i) => {
      if (typeof greeting === 'string') look(greeting, `welcome.say[${i}]`);
      else look(greeting.text, `welcome.say[${i}].text`);
    });
  } else look(welcome?.say as string | undefined, 'welcome.say');
  steps.forEach((step, i) => {
    look(step.ask, `steps[${i}].ask`);
    look(step.say, `steps[${i}].say`);
  });
  // What may not be sent would leave with them, so no answers stand in these.
  const plain = (text: Text | undefined, path: string) =>
    look(text, path, (each) => each === 'company', ['company']);
  if (typeof knowledge === 'object') {
    knowledge.forEach((entry, i) => {
      if (typeof entry === 'object') plain(entry.answer, `knowledge[${i}].answer`);
    });
  }
  objections?.forEach(({ acknowledge, explore, replies, exit }, i) => {
    const path = `objections[${i}]`;
    plain(acknowledge, `${path}.acknowledge`);
    plain(explore?.ask, `${path}.explore.ask`);
    replies?.forEach((reply, j) => {
      if (typeof reply === 'string') plain(reply, `${path}.replies[${j}]`);
      else plain(reply.say, `${path}.replies[${j}].say`);
    });
    plain(exit, `${path}.exit`);
  });
  for (const [name, offer] of Object.entries(offers ?? {})) {
    look(offer.label, pathTo(pathTo('offers', name), 'label'), (each) => each === 'owner', ['owner']);
  }
  for (const [verdict, ending] of Object.entries(endings)) look(ending.say, `endings.${verdict}.say`);
};
