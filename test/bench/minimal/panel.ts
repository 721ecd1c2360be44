/**
 * The smallest panel that is made of the same three libraries: it asks one question after the other and keeps no
 * answer. What it takes is what no chat made of them can fall below on the machine that measures.
 */
import { computePosition } from '@floating-ui/dom';
import { html, render } from 'lit';
import { assign, createActor, createMachine } from 'xstate';
import { afterPaint } from '../../../src/elements/chat/after-paint.js';

interface Said {
  readonly answers: readonly string[];
}

const machine = createMachine({
  types: {} as { context: Said; events: { type: 'visitor.answered'; text: string } },
  context: { answers: [] },
  initial: 'asking',
  states: {
    asking: {
      on: {
        'visitor.answered': {
          actions: assign({ answers: ({ context, event }) => [...context.answers, event.text] }),
        },
      },
    },
  },
});

export const open = async (chat: HTMLElement, button: HTMLElement): Promise<void> => {
  const playbook = (await (await fetch('/playbook.json')).json()) as { steps: readonly { ask: string }[] };
  const panel = document.createElement('div');
  chat.shadowRoot?.append(panel);
  const actor = createActor(machine);
  const answer = (event: KeyboardEvent) => {
    const box = event.target as HTMLTextAreaElement;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    actor.send({ type: 'visitor.answered', text: box.value });
    box.value = '';
  };
  actor.subscribe(({ context: { answers } }) => {
    const asked = playbook.steps.slice(0, answers.length + 1);
    render(
      html`<div role="log">
          ${asked.map(
            ({ ask }, i) =>
              html`<p>${ask}</p>
                ${answers[i] ? html`<p>${answers[i]}</p>` : ''}`,
          )}
        </div>
        <textarea aria-label="Answer" @keydown=${answer}></textarea>`,
      panel,
    );
    afterPaint(() => performance.mark('warmlead:question'));
  });
  actor.start();
  const { x, y } = await computePosition(button, panel, { placement: 'top-end', strategy: 'fixed' });
  Object.assign(panel.style, { position: 'fixed', left: `${x}px`, top: `${y}px` });
};
