/**
 * What people ask of any company, in groups of words that mean about the same. Not about one trade: an owner's own
 * words go into `also`.
 */
import { plainWords, stemOf } from './words.js';

const EN = `
  price prices pricing cost costs charge charges fee fees rate rates tariff quote quotation estimate ballpark expensive cheap money amount pay spend budget pounds euros dollars afford
  discount rebate reduction reduced deal cheaper less volume bulk saving savings special offers bigger larger large big
  cancel cancellation cancelation terminate termination end stop quit leave exit unsubscribe notice finish
  contract commitment commit term terms agreement tied lock locked binding obligation subscription subscribe minimum sign signed
  pay pays paid payment payments bill billing billed invoice invoiced card credit debit transfer visa mastercard paypal yearly annually quarterly monthly charge charged
  deliver delivery delivered ship shipping shipped shipment send sent sending postage post arrive arrival dispatch parcel order receive days
  install installation setup set fit fitting fitted fix mount mounting attach assemble implement deploy deployment onboarding wiring drill screws
  trial try test testing pilot demo demonstration sample evaluate borrow show risk
  support help assist helpdesk hotline service assistance contact reach reachable customer
  person human someone somebody agent advisor representative speak talk
  warranty guarantee guaranteed cover covered
  break breaks broke broken crack cracked defect defective faulty fault damage damaged destroyed smashed dropped fail fails failure malfunction dies repair repairs replace replacement
  data information readings records measurements values history figures temperatures
  export download copy spreadsheet excel csv extract table print
  store stored keep kept retain retention save saved hold archive history
  host hosted hosting server servers cloud stored centre
  delete deleted erase erased remove removed wipe
  integrate integration connect connects connection connector api interface developer developers programmer programmers webhook webhooks link hook plugin compatible compatibility erp crm sap software system
  phone phoned call calls called ring rings ringing telephone mobile smartphone number dial
  alert alerts alarm alarms notification notifications notify notified warn warned warning inform informed told message sms text email push
  internet wifi wlan network broadband online offline line signal reception router 4g lte mobile
  power electricity electric electrical current mains outage blackout fuse plug unplug unplugs unplugged socket
  battery batteries cell cells empty charging rechargeable
  sensor sensors probe probes device devices thermometer thermometers logger loggers hardware equipment gear unit
  accurate accuracy precise precision exact exactly tolerance deviation error margin trust reliable
  secure security safe encrypted encryption protection privacy confidential gdpr
  site sites location locations branch branches franchise franchises store stores shop warehouse depot chain place
  user users people colleague colleagues employee employees team staff boss account accounts login manager
  app iphone ios android phone tablet browser computer laptop windows mac pc screen desktop dashboard web
  quick quickly fast rapid soon speed immediately instantly today tomorrow
  time duration hours minutes days weeks
  life lifetime lifespan last lasts run runs
  include included includes contain contains content contents part parts package kit set starter box receive
  extra additional further add added another more enough expand extend upgrade grow
  country countries abroad international overseas europe uk ireland germany france spain italy austria switzerland netherlands usa america
  night nights weekend weekends saturday sunday sundays 24 overnight
  asleep sleep sleeping night
  holiday away absent sick deputy substitute
  temperature temperatures degree degrees celsius cold warm hot minus
  fridge fridges refrigerator refrigerators freezer freezers chiller cooler cooling chilled frozen
  humidity moisture damp humid
  measure measures monitor track record
  law regulation regulations comply compliant compliance rule rules
  certificate certificates certified certification calibrate calibrated calibration recalibrated recalibration
  audit auditor inspector inspection inspections report
  paper hand handwritten manual paperwork documentation log logs list lists sheet sheets form forms
  own our existing already current reuse old previous
  silence silent quiet mute pause snooze disable ignore off
  free gratis
  lose loses losing lost loss
  change edit modify swap update switch exchange replace
  technician electrician engineer installer specialist expert craftsman
  language languages translate translation
  training train learn course onboarding
  begin begins started
  answer answers respond reply react pick picks
  maximum limit limits most
  minimum lowest least
  refund refunded money return returned
  load loads loading unload unloading delivery deliveries
  account login password register
  book booking reserve appointment schedule calendar meeting visit
  product products item items article goods
  size sizes dimensions width height weight
  reference references review reviews testimonial testimonials
  job jobs career careers vacancy hiring
  partner partners reseller resellers dealer distributor
  difference differences different compare comparison versus alternative competitor
  recommend recommendation suggest advice`;

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
