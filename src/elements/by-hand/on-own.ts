/** The way to what few visitors need. */
import { nothing } from 'lit';
import { onNeed } from '../inputs/on-need.js';
import { stuck } from '../notice/contact-ways.js';
import type { FullScene } from '../scene.js';

const byHand = onNeed(() => import('./by-hand.js'));

/** What is to be said of mailing or erasing; the company's own contact where that cannot be fetched. */
export const onOwn = (what: 'mailing' | 'erasing', scene: FullScene, root: ShadowRoot): unknown => {
  const { company } = scene.playbook;
  const part = byHand(scene.view, root);
  return part ? part[what](scene) : part === null ? nothing : stuck(company, company.name, scene.texts);
};
