/** Checks what happens before the first answer: triggers, teaser, greeting, experiments. */
import { namesIn } from '../flow/conditions.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';
import { conditionsOf } from './conditions-of.js';
import { quote, someOf, type Findings } from './findings.js';

export const checkWelcome = (playbook: Playbook, findings: Findings): void => {
  checkTriggers(playbook, findings);
  checkStarts(playbook, findings);
  checkGreetings(playbook, findings);
  checkExperiments(playbook, findings);
  checkAttribution(playbook, findings);
};

const checkTriggers = ({ welcome, routing }: Playbook, { error, warning }: Findings): void => {
  const { teaser, show = [], whenOpen } = welcome ?? {};
  if (teaser !== undefined && teaser.length > 0 && show.length === 0) {
    warning(
      'teaser.never',
      'welcome.teaser',
      'The teaser never appears: nothing says when.',
      'Add "show", for example [{"afterSeconds": 20}].',
    );
  }
  const named = new Set<string>();
  show.forEach((trigger, i) => {
    const path = `welcome.show[${i}]`;
    const { id, page: _, open, ...waits } = trigger;
    if (id !== undefined && named.has(id))
      error(
        'trigger.same-id',
        `${path}.id`,
        `There are two triggers called ${quote(id)}.`,
        'Give each its own name.',
      );
    if (id !== undefined) named.add(id);
    if (Object.keys(waits).length === 0) {
      warning(
        'trigger.at-once',
        path,
        'This waits for nothing, so it appears as soon as the page is there.',
        'Give people time to look: add "afterSeconds" or "atScroll".',
      );
    }
    if (!open && (teaser === undefined || teaser.length === 0)) {
      error(
        'trigger.nothing-to-show',
        path,
        'This makes a teaser appear, and there is none.',
        'Write "teaser": one sentence, or "open": true to have the chat open.',
      );
    }
    for (const name of ['visible', 'clicked'] as const) {
      const selector = trigger[name];
      if (selector === undefined || !/^\s*(?:\d|[<{(])|[<{;]|[,>+~]\s*$/.test(selector)) continue;
      error(
        'trigger.selector',
        `${path}.${name}`,
        `${quote(selector)} is no CSS selector.`,
        'Write it as in a style sheet, for example "#prices" or ".plan button".',
      );
    }
  });
  if (whenOpen && !routing?.hours) {
    warning(
      'welcome.no-hours',
      'welcome.whenOpen',
      'There are no opening hours, so the teaser may appear at any time.',
      'Add "hours" to "routing", or take "whenOpen" out.',
    );
  }
};

const checkStarts = ({ welcome, steps }: Playbook, { error }: Findings): void => {
  if (!Array.isArray(welcome?.say)) return;
  const ids = steps.map(({ id }) => id);
  welcome.say.forEach((greeting, i) => {
    const start = typeof greeting === 'object' ? greeting.start : undefined;
    if (start === undefined || ids.includes(start)) return;
    error(
      'greeting.unknown-start',
      `welcome.say[${i}].start`,
      `There is no step ${quote(start)} to begin with.`,
      () => didYouMean(start, ids, `Use the id of a step. Steps: ${someOf(ids, 10)}.`),
    );
  });
};

/** What stands behind an entry for everybody is never said. */
const checkGreetings = ({ welcome }: Playbook, { warning }: Findings): void => {
  for (const name of ['teaser', 'say'] as const) {
    const said = welcome?.[name];
    if (!Array.isArray(said)) continue;
    const always = said.findIndex((each) => typeof each === 'object' && each.when === undefined);
    if (always < 0 || always === said.length - 1) continue;
    warning(
      'greeting.never',
      `welcome.${name}[${always + 1}]`,
      'This is never said: the one before it is for everybody.',
      'Give the one before it a "when", or move it to the end.',
    );
  }
};

const checkExperiments = (playbook: Playbook, { error, warning, info }: Findings): void => {
  const { experiments = [], privacy } = playbook;
  const asked = conditionsOf(playbook).some(({ condition }) => namesIn(condition).includes('variant'));
  if (experiments.length > 0 && !asked)
    warning(
      'experiment.unused',
      'experiments',
      'No condition asks for a "variant", so everybody sees the same.',
      'Write for example {"when": {"variant": "short"}, "text": "…"} into "welcome.say".',
    );
  if (experiments.length > 0 && !(privacy?.attribution ?? privacy?.remember === 'device'))
    info(
      'experiment.not-kept',
      'experiments',
      'Visitors are not recognised on later visits, so they may see another variant then.',
      'Nothing to do if that is fine; else write "attribution": true into "privacy".',
    );
  const ids = new Set<string>();
  const variants = new Set<string>();
  experiments.forEach((experiment, i) => {
    const path = `experiments[${i}]`;
    if (ids.has(experiment.id))
      error(
        'experiment.same-id',
        pathTo(path, 'id'),
        `There are two experiments called ${quote(experiment.id)}.`,
        'Give each its own name.',
      );
    ids.add(experiment.id);
    experiment.variants.forEach((variant, j) => {
      const at = `${path}.variants[${j}]`;
      if (variants.has(variant.id))
        error(
          'experiment.same-variant',
          `${at}.id`,
          `There are two variants called ${quote(variant.id)}, and conditions cannot tell them apart.`,
          `Write for example ${quote(`${experiment.id}-${variant.id}`)}.`,
        );
      variants.add(variant.id);
    });
    const shares = experiment.variants.filter(({ weight = 1 }) => weight > 0).length;
    if (shares < 2)
      warning(
        'experiment.one-sided',
        `${path}.variants`,
        'Everybody new sees the same: only one variant, or none, has a weight above 0.',
        'Give at least two variants a weight, or end the experiment.',
      );
  });
};

const checkAttribution = ({ privacy }: Playbook, { warning }: Findings): void => {
  if (privacy?.attribution !== true || privacy.storage !== 'never') return;
  warning(
    'attribution.never-kept',
    'privacy.attribution',
    'Nothing may be kept on the device, so nobody is recognised on a later page.',
    'Take one of the two out: "attribution", or "storage": "never".',
  );
};
