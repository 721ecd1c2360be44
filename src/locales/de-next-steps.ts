/** German: agreeing a next step. */
import type { NextStepTexts } from './text.js';

export const deNextSteps: NextStepTexts = {
  otherWays: 'Andere Wege',
  chooseDay: 'Tag',
  chooseTime: 'Uhrzeit',
  soonest: 'Am frühesten',
  moreTimes: 'Weitere Zeiten',
  timesIn: 'Zeiten in {place}.',
  clockAhead: '{place} ist {hours} voraus.',
  clockBehind: '{place} ist {hours} zurück.',
  timeZone: 'Zeitzone',
  backAt: 'Gerade ist niemand da. Wir sind wieder da: {time}.',
  askFor: '{time} anfragen',
  address: 'Adresse',
  addressNeeded: 'Ich brauche die Adresse, zum Beispiel Kühlgasse 2, Leipzig.',
  note: 'Sollten wir etwas wissen?',
  timeGone: 'Dieser Termin ist vergeben. Diese sind noch frei.',
  askedFor: 'Angefragt: {time} Ihrer Zeit. {who} bestätigt das noch.',
  askedWithoutTime: 'Angefragt. {who} meldet sich bei Ihnen.',
  askedToSend: 'Angefragt. {who} schickt Ihnen das.',
  askedToConfirm: 'Angefragt. Sie bekommen eine E-Mail mit einem Link zum Bestätigen.',
  bookedFor: 'Gebucht: {time} Ihrer Zeit.',
  booked: 'Gebucht. Die Bestätigung kommt per E-Mail.',
  addToCalendar: 'In den Kalender',
  saveContact: 'Kontakt speichern',
  openInTab: 'In neuem Tab öffnen',
};
