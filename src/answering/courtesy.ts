/** What people say out of courtesy, which is no question: greetings, thanks, an "ok"; and the wish for a person. */
import { plainWords } from './words.js';

export type Courtesy = 'hello' | 'thanks' | 'fine' | 'person';

/** Longer texts say something else as well. */
const LONGEST = 200;
const MOST_WORDS = 12;

const HELLO =
  '(?:hi|hiya|hello|hey|hallo|moin|moin moin|servus|gruezi|gruss gott|مرحبا|اهلا|السلام عليكم|سلام|(?:good|guten?) (?:morning|afternoon|evening|day|morgen|tag|abend)|(?:صباح|مساء) (?:الخير|النور))(?: (?:there|again|all|everyone|zusammen|nochmal|وسهلا|بكم))*(?: (?:how are you(?: doing)?(?: today)?|wie geht (?:es|s)(?: (?:dir|ihnen))?|كيف حالك))?';
const THANKS =
  '(?:(?:many|herzlichen|vielen|besten|danke|dank|ok|okay|great|super|alles klar|اوك) )*(?:thanks|thank you|thankyou|thx|cheers|ta|danke|dank|dankeschon|شكرا|اشكركم|اشكرك)(?: (?:a lot|so much|very much|a bunch|you|again|sehr|schon|dir|ihnen|vielmals|جزيلا|لك|لكم|for (?:that|this|the (?:help|info|information))|fur (?:die hilfe|das)))*';
const FINE =
  '(?:ok|okay|k|great|perfect|fine|cool|nice|super|alright|all right|got it|i see|understood|sounds good|alles klar|prima|toll|verstanden|passt|gut|sehr gut|very good|bye|goodbye|see you|tschuss|auf wiedersehen|مع السلامة|تمام|حسنا|ممتاز|اوك|فهمت)';

const COURTESIES: readonly (readonly [Courtesy, RegExp])[] = [
  ['hello', new RegExp(`^${HELLO}(?: ${THANKS})?$`)],
  ['thanks', new RegExp(`^${THANKS}$`)],
  ['fine', new RegExp(`^${FINE}(?: ${FINE})*$`)],
  [
    'person',
    /^(?:(?:please|bitte|hi|hello|hallo|من فضلك|ok|(?:can|could|may) (?:i|we)|(?:i|we) (?:want|need|wish|prefer)(?: to)?|(?:i|we) (?:would|d) (?:like|prefer|rather)(?: to)?|i d like|id like to|let me|how (?:can|do) i|is it possible to|ich (?:mochte|will|wurde)(?: (?:gern|gerne|lieber))?|(?:kann|konnte|darf) ich|اريد|اود|ممكن|هل يمكنني|هل يمكن) )*(?:(?:a )?(?:real |live )?human|(?:a )?(?:real|live) person|einen menschen|(?:talk|speak|chat|connect me|put me through) (?:to|with) (?:(?:a|an|some|the|your|real|live|actual) )*(?:human|person|somebody|someone|people|agent|representative|rep|salesperson|sales|colleague|team|human being)|mit (?:(?:einem|einer|einem echten|einer echten|ihrem|jemandem) )?(?:menschen|person|mitarbeiter|mitarbeiterin|berater|beraterin|jemand|jemandem|jemanden|vertrieb|team)(?: (?:sprechen|reden|verbinden|chatten|verbunden werden))?|(?:التحدث|اتحدث|التكلم|اتكلم|نتحدث) (?:مع|الي) (?:شخص|انسان|موظف|احد|احدهم|مندوب|فريقكم|الفريق))(?: (?:please|now|instead|directly|here|bitte|jetzt|sprechen|reden|حقيقي|من فضلك|الان|ما))*$/,
  ],
];

/** The courtesy that a text is, and nothing else; undefined: it is none. "Thanks, how long does it take?" is none. */
export const courtesyIn = (text: string): Courtesy | undefined => {
  if (text.length > LONGEST) return undefined;
  const words = plainWords(text);
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const said = words.join(' ');
  return COURTESIES.find(([, pattern]) => pattern.test(said))?.[0];
};

const HELPED =
  /^(?:(?:yes|yeah|yep|ja|نعم)(?: (?:it|that) (?:did|helps|helped)| sehr)?|(?:it|that|this) (?:did|helps|helped|was helpful)|helpful|(?:das )?hat geholfen|hilft|مفيد)$/;
const HELPED_NOT =
  /^(?:(?:no|nope|nein|لا)(?: not (?:really|quite)| (?:it|that) (?:didnt|did not))?|(?:it|that|this) (?:didnt|did not|doesnt|does not)(?: help)?|not really|(?:das )?hat nicht geholfen|(?:eher|leider) nicht)$/;
const WORDS_OF_THANKS = new RegExp(` ${THANKS}$`);

/** What a text says to "Did that help?", with thanks or without; undefined where it says something else. */
export const helpedIn = (text: string): boolean | undefined => {
  const said = plainWords(text.slice(0, LONGEST)).join(' ').replace(WORDS_OF_THANKS, '');
  const isBrief = said.split(' ').length <= 4;
  return isBrief && HELPED.test(said) ? true : isBrief && HELPED_NOT.test(said) ? false : undefined;
};
