// Shows a conversation again as it went: turn after turn, with the pauses the visitor made, long ones cut short.

const LONGEST_PAUSE_MS = 4000;
const OVER = 'The end';

const clockText = (ms) => {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

for (const talk of document.querySelectorAll('.talk')) {
  const turns = [...talk.querySelectorAll('li')];
  const [controls, button, speed, clock] = ['.replay', '[data-replay]', '[data-speed]', '[data-clock]'].map(
    (name) => talk.querySelector(name),
  );
  let next = turns.length;
  let timer = 0;

  const sinceOf = (turn) => Number(turn?.dataset.since ?? 0);
  const stop = (words) => {
    clearTimeout(timer);
    timer = 0;
    button.textContent = words;
  };
  const step = () => {
    const turn = turns[next];
    turn.hidden = false;
    clock.textContent = clockText(sinceOf(turn));
    turn.scrollIntoView({ block: 'nearest' });
    next += 1;
    if (next === turns.length) {
      clock.textContent = OVER;
      return stop('Play again');
    }
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(300, sinceOf(turns[next]) - sinceOf(turn)));
    timer = setTimeout(step, pause / Number(speed.value));
  };

  if (turns.length === 0) continue;
  controls.hidden = false;
  button.addEventListener('click', () => {
    if (timer) return stop('Go on');
    if (next === turns.length) {
      next = 0;
      for (const turn of turns) turn.hidden = true;
    }
    button.textContent = 'Pause';
    step();
  });
  // Closed in the middle, it can be read whole when it is opened again.
  talk.addEventListener('toggle', () => {
    if (talk.open) return;
    stop('Play');
    next = turns.length;
    clock.textContent = '';
    for (const turn of turns) turn.hidden = false;
  });
}
