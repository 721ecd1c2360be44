/** The way to the menu and its pages, which few visitors open. */
import { nothing } from 'lit';
import { onNeed } from '../inputs/on-need.js';
import { stuck } from '../notice/contact-ways.js';
import type { FullScene } from '../scene.js';

const waysOut = onNeed(() => import('../ways-out.js'));

const partFor = ({ view, menuOpen, page }: FullScene, root: ShadowRoot) =>
  waysOut(view, root, menuOpen || page !== null);

/** The menu, where it is open. */
export const menu = (scene: FullScene, root: ShadowRoot): unknown => {
  const part = partFor(scene, root);
  return part ? part.menu(scene) : nothing;
};

/** The page asked for; the company's own contact where neither menu nor page can be fetched. */
export const page = (scene: FullScene, root: ShadowRoot): unknown => {
  const { company } = scene.playbook;
  const part = partFor(scene, root);
  return part ? part.page(scene, root) : part === false ? stuck(company, company.name, scene.texts) : nothing;
};

/** Puts the menu that was drawn beside its button. */
export const placeMenu = (scene: FullScene, root: ShadowRoot): void => {
  const part = partFor(scene, root);
  if (part) void part.placeMenu(root);
};
