/** Words of the code that say nothing to an owner. */
export const CODE_WORDS =
  /\b(?:fold(?:s|ed|ing)?|logs?|logged|outbox|ports?|actors?|stranded|phases?|graph|node|edge|schema|parse[rd]?|token|enum|regex|string|boolean|array|undefined value|null value|valibot|machine|snapshot|payload)\b/i;
