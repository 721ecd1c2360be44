/** For next steps that take more than a button; in English loaded with what shows them. */
export interface NextStepTexts {
  readonly otherWays: string;
  readonly chooseDay: string;
  readonly chooseTime: string;
  readonly soonest: string;
  readonly moreTimes: string;
  /** Where the times shown are, and how far from there the company's clock is; `{hours}` with its unit. */
  readonly timesIn: string;
  readonly clockAhead: string;
  readonly clockBehind: string;
  readonly timeZone: string;
  readonly backAt: string;
  readonly askFor: string;
  readonly address: string;
  readonly addressNeeded: string;
  readonly note: string;
  readonly timeGone: string;
  readonly askedFor: string;
  readonly askedWithoutTime: string;
  /** The summary by e-mail. */
  readonly askedToSend: string;
  /** The newsletter, whose sender asks once more. */
  readonly askedToConfirm: string;
  readonly bookedFor: string;
  readonly booked: string;
  readonly addToCalendar: string;
  readonly saveContact: string;
  readonly openInTab: string;
}
