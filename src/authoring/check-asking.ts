/** Checks what is said about a server that answers typed questions, and says what that means for visitors. */
import type { Playbook } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';

/** The keys of model providers belong on the server. */
const PROVIDER = /\/chat\/completions\b|\/\/api\.(?:openai|mistral|anthropic|groq|deepseek)\./i;

export const checkAsking = ({ answers, knowledge }: Playbook, { error, warning, info }: Findings): void => {
  if (!answers) return;
  const { from } = answers;
  if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(from)) {
    error(
      'answers.address-unusable',
      'answers.from',
      `${quote(from)} is no address that can be asked.`,
      'Begin it with https:// or a slash.',
    );
  } else if (PROVIDER.test(from)) {
    error(
      'answers.not-your-server',
      'answers.from',
      `${quote(from)} is the address of a language model, and whoever asks it needs your secret key.`,
      'Write the address of your own receiver; the address of the model and its key stay there.',
    );
  } else {
    info(
      'answers.leave-the-page',
      'answers',
      `${
        answers.when === 'always'
          ? 'Every typed question goes'
          : 'Typed questions that the chat cannot answer itself go'
      } to your server at ${quote(from)} as soon as they are sent, and from there to the provider of your language model, without e-mail addresses and phone numbers.`,
      'Say so in your privacy policy; “warmlead explain --data” drafts the sentence.',
    );
  }
  if (!knowledge?.length) {
    warning(
      'answers.no-knowledge',
      'answers',
      'The server answers out of "knowledge" alone, and there is none.',
      'Add "knowledge", or remove "answers".',
    );
  }
};
