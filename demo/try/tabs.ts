/** On a narrow screen one of three parts is seen at a time; on a wide one they stand side by side without tabs. */
import { button } from './find.js';

export type Tab = 'playbook' | 'chat' | 'checks';
const TABS: readonly Tab[] = ['playbook', 'chat', 'checks'];

/** Answers with the way to show one. */
export const createTabs = (): ((tab: Tab) => void) => {
  const buttons = TABS.map((name) => ({ name, tab: button(`tab-${name}`) }));
  const show = (wanted: Tab): void => {
    document.body.dataset['tab'] = wanted;
    for (const { name, tab } of buttons) {
      tab.ariaSelected = String(name === wanted);
      tab.tabIndex = name === wanted ? 0 : -1;
    }
  };
  for (const [at, { name, tab }] of buttons.entries()) {
    tab.addEventListener('click', () => show(name));
    tab.addEventListener('keydown', ({ key }) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
      const next = to === undefined ? undefined : buttons.at(to % buttons.length);
      if (!next) return;
      show(next.name);
      next.tab.focus();
    });
  }
  show('playbook');
  return show;
};
