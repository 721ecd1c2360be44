/**
 * What people ask of any company, in groups of words that mean about the same. Not about one trade: an owner's own
 * words go into `also`.
 */
import { plainWords, stemOf } from './words.js';

const EN = `
  price prices cost costs charge charges fee fees rate rates tariff quote quotation pricing expensive cheap money amount pay spend budget
  discount rebate reduction reduced deal cheaper volume bulk saving special
  cancel cancellation cancelation terminate termination end stop quit leave unsubscribe notice exit
  contract commitment commit term terms agreement tied lock locked binding subscription subscribe minimum sign signed
  pay payment payments bill billing billed invoice invoiced card credit debit visa mastercard paypal yearly monthly
  deliver delivery ship shipping shipped shipment send sent postage post arrive arrival dispatch parcel order receive
  install installation setup fit fitting fitted mount mounting assemble implement deploy deployment onboarding wiring drill
  trial try test testing pilot demo demonstration sample evaluate borrow show
  support help helpdesk hotline service assistance contact reach customer
  person human someone somebody agent representative speak talk
  warranty guarantee guaranteed
  break breaks broken defect defective faulty fault damage damaged smashed fail fails failure dies repair repairs replace replacement
  data information readings records measurements values history figures
  export download spreadsheet excel csv extract
  store stored keep kept retain retention save saved hold archive
  host hosted hosting server servers cloud stored centre
  delete deleted erase erased remove removed wipe
  integrate integration connect connects connection api interface webhook webhooks link compatible compatibility erp crm sap software system
  phone call calls called ring rings ringing telephone mobile number dial
  alert alerts alarm alarms notification notifications notify notified warn warned warning message sms text email push
  internet wifi wlan network broadband online offline signal router 4g lte mobile
  power electricity electric electrical mains outage blackout fuse unplug unplugs unplugged socket
  battery batteries charging rechargeable
  sensor sensors probe probes device devices thermometer logger hardware equipment unit
  accurate accuracy precise precision exact exactly tolerance error margin trust reliable
  secure security safe encrypted encryption protection privacy gdpr
  site sites location locations branch branches store stores shop warehouse depot chain place
  user users people colleague colleagues employee employees team staff account accounts login manager
  app iphone ios android phone tablet browser desktop dashboard web
  quick quickly fast soon speed immediately today tomorrow
  time duration hours minutes days weeks
  life lifetime lifespan last lasts run runs
  include included includes contain contains content contents part parts package kit box
  extra additional further add added another expand extend
  country countries abroad international overseas europe uk ireland germany france spain italy austria switzerland netherlands usa america
  night nights weekend weekends 24 overnight asleep holiday
  temperature temperatures degree degrees cold warm hot minus
  measure measures monitor track record
  law regulation regulations comply compliant compliance rule rules
  certificate certificates certified certification calibrate calibration
  audit auditor inspector inspection inspections report
  paper hand handwritten manual paperwork documentation log logs lists
  own our existing already current reuse old previous
  silence silent quiet mute pause snooze disable off
  free gratis
  change edit modify swap update switch
  technician electrician engineer installer specialist
  language languages translate translation
  training train learn course onboarding
  begin begins started
  answer answers respond reply react pick picks
  maximum limit limits most
  minimum lowest least
  range between
  refund refunded money return returned
  load loads loading unload deliveries
  large big larger bigger huge`;

const DE = `
  preis preise kosten kostet gebühr gebühren tarif angebot teuer günstig billig zahlen bezahlen geld betrag
  rabatt nachlass ermäßigung mengenrabatt günstiger billiger
  kündigen kündigung kündigungsfrist beenden aufhören aussteigen stornieren verlassen
  vertrag laufzeit bindung gebunden mindestlaufzeit abo abonnement vertragslaufzeit
  zahlen bezahlen zahlung zahlungsart zahlungsarten rechnung abrechnung karte kreditkarte lastschrift überweisung paypal
  liefern lieferung lieferzeit versand versenden verschicken schicken porto ankommen bestellung paket
  installieren installation einbau einbauen montage montieren einrichten einrichtung aufbau anbringen inbetriebnahme
  testen test probe ausprobieren probieren testphase pilot vorführung demo muster
  support hilfe kundendienst hotline service helfen kontakt erreichen
  mensch person jemand ansprechpartner sprechen reden mitarbeiter
  garantie gewährleistung
  kaputt defekt fehler beschädigt ausfall ausfallen reparatur reparieren ersatz ersetzen austausch
  daten informationen messwerte werte aufzeichnungen verlauf
  export exportieren herunterladen download tabelle excel csv
  speichern gespeichert aufbewahren aufbewahrung server cloud hosting rechenzentrum
  integrieren integration anbinden anbindung verbinden schnittstelle api webhook kompatibel erp crm sap
  telefon anruf anrufen klingeln handy mobiltelefon nummer
  alarm warnung benachrichtigung benachrichtigen melden meldung nachricht sms mail email
  internet wlan wifi netz netzwerk verbindung online offline router empfang
  strom stromausfall elektrizität sicherung steckdose
  sensor sensoren fühler messfühler gerät geräte thermometer hardware ausrüstung
  genau genauigkeit präzise exakt toleranz abweichung
  sicher sicherheit verschlüsselt verschlüsselung datenschutz dsgvo
  standort standorte filiale filialen betrieb lager markt niederlassung
  benutzer nutzer personen leute kollegen mitarbeiter team konto zugang
  app iphone android tablet browser
  schnell rasch bald sofort
  dauer dauert zeit stunden minuten tage wochen
  enthalten inbegriffen inklusive lieferumfang inhalt dabei
  zusätzlich weitere erweitern hinzufügen mehr
  land länder ausland international
  nacht nachts wochenende
  temperatur grad kalt warm
  gesetz vorschrift vorschriften regeln konform
  zertifikat zertifiziert kalibrieren kalibriert kalibrierung
  audit prüfer kontrolle kontrolleur prüfung bericht
  papier handschriftlich listen protokoll dokumentation
  eigene vorhandene bestehende bisherige
  stumm leise pausieren ausschalten abschalten
  gratis kostenlos umsonst
  ändern wechseln tauschen anpassen
  techniker elektriker monteur handwerker fachmann`;

const AR = `
  سعر أسعار تكلفة تكاليف يكلف رسوم ثمن كلفة دفع
  خصم تخفيض خصومات أرخص
  إلغاء الغاء ألغي إنهاء فسخ إيقاف
  عقد التزام اشتراك مدة
  دفع فاتورة فواتير بطاقة تحويل سداد
  توصيل شحن تسليم إرسال يصل وصول
  تركيب تثبيت إعداد تجهيز
  تجربة تجريب اختبار تجريبي عرض
  دعم مساعدة خدمة تواصل اتصال
  شخص موظف إنسان
  ضمان كفالة
  عطل معطل تلف كسر إصلاح استبدال بديل
  بيانات معلومات قراءات سجلات سجل
  تصدير تنزيل تحميل
  تخزين حفظ خادم خوادم سحابة
  ربط تكامل واجهة توافق متوافق
  هاتف مكالمة جوال رقم
  تنبيه إنذار إشعار تحذير رسالة
  إنترنت انترنت شبكة واي فاي
  كهرباء تيار طاقة
  جهاز أجهزة مستشعر حساس معدات
  دقة دقيق
  أمان آمن تشفير خصوصية حماية
  موقع مواقع فرع فروع متجر مستودع
  مستخدم مستخدمين فريق زملاء حساب
  تطبيق آيفون أندرويد
  سريع بسرعة فورا
  مجاني مجانا`;

const GROUPS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ar: AR, de: DE, en: EN }).map(([language, groups]) => [
    language,
    groups.trim().split('\n'),
  ]),
);

/** stem → the numbers of the groups it belongs to. */
export const synonymGroups = (language: string): ReadonlyMap<string, ReadonlySet<number>> => {
  const groupsOf = new Map<string, Set<number>>();
  for (const [group, words] of (GROUPS.get(language) ?? []).entries())
    for (const word of plainWords(words)) {
      const stem = stemOf(word, language);
      groupsOf.set(stem, (groupsOf.get(stem) ?? new Set()).add(group));
    }
  return groupsOf;
};
