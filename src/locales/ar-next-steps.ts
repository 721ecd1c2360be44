/** Arabic: agreeing a next step. */
import type { NextStepTexts } from './text.js';

export const arNextSteps: NextStepTexts = {
  otherWays: 'طرق أخرى',
  chooseDay: 'اليوم',
  chooseTime: 'الوقت',
  soonest: 'الأقرب',
  moreTimes: 'أوقات أخرى',
  timesIn: 'الأوقات بتوقيت {place}.',
  clockAhead: 'توقيت {place} متقدّم بمقدار {hours}.',
  clockBehind: 'توقيت {place} متأخّر بمقدار {hours}.',
  timeZone: 'المنطقة الزمنية',
  backAt: 'لا أحد هنا الآن. نعود {time}.',
  askFor: 'اطلب {time}',
  address: 'العنوان',
  addressNeeded: 'أحتاج إلى العنوان، مثلًا: شارع التبريد 2، دبي.',
  note: 'هل من شيء ينبغي أن نعرفه؟',
  timeGone: 'هذا الوقت لم يعد متاحًا. هذه الأوقات متبقية.',
  askedFor: 'طُلب الموعد: {time} بتوقيتك. سيؤكّده {who}.',
  askedWithoutTime: 'طُلب ذلك. سيتواصل معك {who}.',
  askedToSend: 'طُلب ذلك. سيرسله إليك {who}.',
  askedToConfirm: 'طُلب ذلك. ستصلك رسالة فيها رابط للتأكيد.',
  bookedFor: 'تم الحجز: {time} بتوقيتك.',
  booked: 'تم الحجز. يصل التأكيد بالبريد.',
  addToCalendar: 'إضافة إلى التقويم',
  saveContact: 'حفظ جهة الاتصال',
  openInTab: 'فتح في علامة تبويب جديدة',
};
