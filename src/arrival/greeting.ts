/** The first words belong to how somebody came: they are chosen by the facts of the arrival. */
export { greetingLines as greeting, teaserLine } from '../flow/greeting.js';
