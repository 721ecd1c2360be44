import * as v from 'valibot';
import { conditionSchema } from './condition-schema.js';
import { field, fields, filled, named, optional } from './field.js';
import { pointsSchema } from './qualification-schema.js';
import { ruleSchema } from './routing-schema.js';
import { targetSchema } from './target-schema.js';

const reachSchema = fields('Reach', 'How to reach an owner.', {
  email: optional('Where the owner reads mail.', v.string()),
  phone: optional('Where the owner answers the phone.', v.string()),
});

const accountSchema = fields('Account', 'A company that somebody looks after.', {
  name: field('The company’s name, as it may stand on a contact card.', filled),
  domains: optional('Domains of its mail addresses, for example "acme.com".', v.array(filled)),
  owner: field('Name from `routing.owners`.', filled),
});

const noteSchema = fields('Note', 'Something the sales person should know.', {
  when: optional('For which leads. Left out: for all.', conditionSchema),
  say: field('The note.', filled),
});

/**
 * What is added to the rules where leads are received, and never goes onto the website. Other names may stand
 * here too: what else a receiver needs, tokens among it, is nobody else's business.
 */
const entries = {
  points: optional('Further points, counted with the public ones.', v.array(pointsSchema)),
  rules: optional('Further rules for owners, tried before the public ones.', v.array(ruleSchema)),
  accounts: optional(
    'Companies you know: a lead from one goes to its owner, before any rule.',
    v.array(accountSchema),
  ),
  owners: optional('How to reach the owners, by the names of `routing.owners`.', named(reachSchema)),
  notes: optional('What to tell the sales person.', v.array(noteSchema)),
  targets: optional('What periods shall bring; the desk shows how far they are.', v.array(targetSchema)),
};

export const privateSchema = v.pipe(
  v.objectWithRest(entries, v.unknown()),
  v.metadata({ title: 'Private', about: 'For the receiver only; never part of the public file.' }),
);
