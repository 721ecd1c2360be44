/**
 * How much words of daily life say about what somebody asks, whatever the trade. Texts are too few here to learn that
 * from them: a word that no entry has may be rare, or just one that people always use.
 */
import { plainWords } from './words.js';

/** Words that hold sentences together. */
const BINDING: { readonly [language: string]: string } = {
  en: `
  a an the this that these those there here it its i im ive id ill me my mine we were weve us our ours you
  your yours he she they them their who whom whose which what whats when where why how is are am was be
  been being do does did done dont doesnt didnt have has had having can cant could couldnt will wont would
  wouldnt shall should may might must need needs to of in on at by for from with without into onto as than
  then so if or and but not no nor any some every each all both either about up down out off over under
  again also too very just only much many more most long get gets got getting give gives let lets make
  makes made take takes go goes going come comes want wants like please thanks thank hi hello hey ok tell
  know say says ask one ones thing things something anything way ways kind really actually possible
  possibly cannot isnt arent wasnt happen happens happened`,
  de: `
  der die das den dem des ein eine einen einem einer eines kein keine keinen dies diese dieser dieses
  diesen es er sie ich du wir ihr ihnen ihre ihren mein meine meinen unser unsere unseren euer man mir
  mich dir dich uns euch sich wer wen wem was welche welcher welches welchen wann wo woher wohin warum
  wieso weshalb wie ist sind bin war waren sein werden wird wurde wurden hat haben habe hatte kann koennen
  können könnte konnte darf dürfen muss müssen soll sollen sollte will wollen würde möchte möchten mag und
  oder aber nicht auch nur noch schon mal denn dann so zu zum zur von vom mit ohne in im ins an am auf aus
  bei beim für über unter nach vor um als ob wenn dass da hier dort etwas alles alle jede jeder jedes viel
  viele mehr sehr lange lang gibt geben geht gehen machen macht brauche brauchen braucht bitte danke hallo
  guten tag ja nein eigentlich überhaupt passiert`,
  ar: `
  في من الى إلى على عن مع بدون هل ما ماذا متى أين كيف لماذا كم أي هذا هذه ذلك تلك هو هي هم نحن انا أنا انت
  أنت أنتم لي لنا لكم لك له لها لهم عندي عندنا عندكم لدي لدينا لديكم كان كانت يكون تكون هناك هنا و أو ثم
  لكن لا ليس لن لم قد كل بعض غير أن إن إذا اذا عند بعد قبل حتى التي الذي يمكن يمكنني يمكننا أريد نريد اريد
  احتاج أحتاج نحتاج يجب رجاء شكرا مرحبا السلام عليكم نعم كلا`,
};

/** Words that say a little: everybody uses them, of everything. */
const EVERYDAY: { readonly [language: string]: string } = {
  en: `
  able ago almost along already although always among amount around away back bad become before begin
  believe best better between big bit bought bring build building buy call called care case change check
  children city clear close company complete couple course day days deal decide different difficult door
  during early easy eat else end enough even ever exactly example except expect fact family far fast feel
  few figure fill find fine finish first follow food forget found free friend front full fun general group
  grow guess guy half hand handle hard head hear heard help high hold home hope hour house idea inside
  instead interest job keep kid large last late later learn least leave left less life line list little
  live local look looking lose lost love low main man matter mean means meet mind minute moment month
  morning move name near never new news next nice night number often old once open order other own pass
  past people perhaps person pick place plan play point pretty probably problem put question quick quite
  rather reach read ready real reason regular rest right room run same save saw second see seem seen send
  sense serious set several shop show side simple since single sit situation size small somebody someone
  sort speak special spend stand start state stay still stop stuff such sure talk ten test thought three
  throw time times today together told tomorrow tonight took top total true trust turn two type understand
  until use used useful using usual wait walk watch week weekend weeks went whatever whenever while whole
  wish wonder word words work works world worry wrong year years yes yesterday yet young`,
  de: `
  alt alte alten anderen andere anfang arbeit arbeiten aussen beide bekommen beginnen beispiel besser
  beste bisschen bleiben bleibt bringen denken dinge direkt einfach einmal ende erst erste erster fall
  finden findet folgen frage fragen frei freund fühlen ganz ganze gehören genug gern gerne gestern gleich
  glauben groß große gut gute halb halten hand haus heute hilft hoch hoffe hören idee immer innen jahr
  jahre jung kennen kind kinder klar klein kleine kommen kommt kopf kurz lassen lässt laufen leben legen
  leicht letzte leute liegt links manchmal mann mensch minute möglich moment monat morgen nah name nächste
  neu neue neuen nehmen nie nimmt oft ort paar platz problem raum recht rechts reden richtig sache sagen
  sagt schlecht schön schwer sehen seite selbst setzen sicher sofort sogar sonst spielen sprechen stadt
  stehen steht stellen stelle stunde suchen tage teil tun überall uhr unten verstehen versuchen vielleicht
  voll wahr warten wasser weg wegen weit weiter welt wenig wenige wichtig wieder wirklich wissen woche
  wohl wohnen wort worte zeigen zeit ziehen zurück zusammen zwei drei`,
};

const WORTH_OF_BINDING = 0.3;
const WORTH_OF_EVERYDAY = 0.5;

/** Word → its worth, 0 to 1, where that is below 1. A language that is not here has none: all words count the same. */
export const smallWords = (language: string): ReadonlyMap<string, number> => {
  const worth = (words = '', value: number) => plainWords(words).map((word) => [word, value] as const);
  return new Map([
    ...worth(EVERYDAY[language], WORTH_OF_EVERYDAY),
    ...worth(BINDING[language], WORTH_OF_BINDING),
  ]);
};

/** Whether a word of this worth only holds a sentence together. */
export const isBinding = (worth: number): boolean => worth <= WORTH_OF_BINDING;
