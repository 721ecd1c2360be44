/** Everything that can be found out about a playbook without holding a conversation. */
import type { Problem } from '../playbook/error.js';
import { segmentsOf } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';
import { isObject } from '../playbook/unchecked.js';
import { checkAnswers } from './check-answers.js';
import { checkAsking } from './check-asking.js';
import { checkConditions } from './check-conditions.js';
import { checkContact } from './check-contact.js';
import { checkDelivery } from './check-delivery.js';
import { checkIds } from './check-ids.js';
import { checkNeeds } from './check-needs.js';
import { checkObjections } from './check-objections.js';
import { checkNextSteps } from './check-next-steps.js';
import { checkOffers } from './check-offers.js';
import { checkPlaceholders } from './check-placeholders.js';
import { checkPrivacy } from './check-privacy.js';
import { checkProducts } from './check-products.js';
import { checkQualification } from './check-qualification.js';
import { checkRouting } from './check-routing.js';
import { checkSampleKey } from './check-sample-key.js';
import { checkSecrets } from './check-secrets.js';
import { checkSteps } from './check-steps.js';
import { checkTranslations } from './check-translations.js';
import { checkUnused } from './check-unused.js';
import { checkWays } from './check-ways.js';
import { checkWelcome } from './check-welcome.js';
import { createFindings } from './findings.js';
import { stepGraphOf } from './step-graph.js';

/**
 * The structural check of a playbook whose shape is sound: targets, ways, conditions, texts, verdicts,
 * offers, routing, delivery, consent, secrets. All problems, in the order in which they stand in the playbook;
 * empty when there is nothing to say. With an error among them the playbook should not go live.
 */
export const checkPlaybook = (playbook: Playbook): readonly Problem[] => {
  const findings = createFindings();
  const graph = stepGraphOf(playbook);
  checkSteps(playbook, findings);
  checkAnswers(playbook, findings);
  checkWays(graph, findings);
  checkContact(playbook, graph, findings);
  checkConditions(playbook, findings);
  checkWelcome(playbook, findings);
  checkQualification(playbook, findings);
  checkAsking(playbook, findings);
  checkObjections(playbook, findings);
  checkNeeds(playbook, findings);
  checkProducts(playbook, graph, findings);
  checkOffers(playbook, findings);
  checkNextSteps(playbook, findings);
  checkRouting(playbook, findings);
  checkDelivery(playbook, findings);
  checkSampleKey(playbook, findings);
  checkPrivacy(playbook, findings);
  checkIds(playbook, findings);
  checkPlaceholders(playbook, findings);
  checkTranslations(playbook, findings);
  checkUnused(playbook, findings);
  checkSecrets(playbook, findings);
  return inPlaceOrder(playbook, findings.problems);
};

/** Sorts by where the paths stand; a part comes before what is in it. */
const inPlaceOrder = (playbook: Playbook, problems: readonly Problem[]): readonly Problem[] => {
  const places = new Map<string, readonly number[]>();
  const placeOf = (path: string): readonly number[] => {
    let node: unknown = playbook;
    return segmentsOf(path).map((segment) => {
      const members = isObject(node) ? Object.keys(node) : [];
      const place = Array.isArray(node) ? Number(segment) : members.indexOf(segment);
      node = (node as { readonly [key: string]: unknown } | undefined)?.[segment];
      return place < 0 ? members.length : place;
    });
  };
  for (const { path } of problems) if (!places.has(path)) places.set(path, placeOf(path));
  return problems.toSorted((a, b) => compared(places.get(a.path) ?? [], places.get(b.path) ?? []));
};

const compared = (a: readonly number[], b: readonly number[]): number => {
  const differs = a.findIndex((place, i) => place !== b[i]);
  return differs < 0 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1);
};
