// Warmlead to Google Sheets: one row a lead. Paste it under Extensions > Apps Script, choose Deploy > New
// deployment > Web app, "Execute as: me", "Who has access: anyone", and copy the address that ends in /exec.

var SHEET = 'Leads';
var ID = 'Lead';
var REVISION = 'Revision';

function doPost(e) {
  var lock = LockService.getScriptLock();
  try {
    lock.waitLock(20000);
    var lead = JSON.parse(e.postData.contents);
    if (!isLead(lead)) throw new Error('This is no lead.');
    store(lead);
    return answer({ key: lead.key });
  } catch (error) {
    return answer({ error: String(error.message || error) });
  } finally {
    lock.releaseLock();
  }
}

// Anyone may post here, so nothing is taken for granted.
function isLead(lead) {
  return (
    /^[0-9a-f]{32}$/.test(lead.id) &&
    typeof lead.revision === 'number' &&
    lead.key === lead.id + '.' + lead.revision &&
    typeof lead.row === 'object' &&
    lead.row !== null
  );
}

function store(lead) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = book.getSheetByName(SHEET) || book.insertSheet(SHEET);
  var columns = columnsOf(sheet, [ID, REVISION].concat(Object.keys(lead.row)));
  var at = rowOf(sheet, columns, lead.id);
  if (!at) at = sheet.getLastRow() + 1;
  // An older revision that comes late changes nothing.
  else if (Number(sheet.getRange(at, columns.indexOf(REVISION) + 1).getValue()) >= lead.revision) return;
  columns.forEach(function (column, i) {
    var cell = sheet.getRange(at, i + 1);
    if (column === ID) cell.setValue(asText(lead.id));
    else if (column === REVISION) cell.setValue(lead.revision);
    else if (Object.prototype.hasOwnProperty.call(lead.row, column)) cell.setValue(asText(lead.row[column]));
    // Columns of your own stay as they are, unless the prospect took everything back.
    else if (lead.phase === 'withdrawn') cell.clearContent();
  });
  SpreadsheetApp.flush();
}

// The titles in the first row; those that are missing are added at the right.
function columnsOf(sheet, wanted) {
  var width = sheet.getLastColumn();
  var columns = width ? sheet.getRange(1, 1, 1, width).getValues()[0].map(String) : [];
  var added = wanted.filter(function (column) {
    return columns.indexOf(column) < 0;
  });
  if (added.length) sheet.getRange(1, columns.length + 1, 1, added.length).setValues([added.map(asText)]);
  return columns.concat(added);
}

// The row of a lead, counted from 1; 0 when there is none.
function rowOf(sheet, columns, id) {
  var last = sheet.getLastRow();
  if (last < 2) return 0;
  var ids = sheet.getRange(2, columns.indexOf(ID) + 1, last - 1, 1).getValues();
  for (var i = 0; i < ids.length; i++) if (String(ids[i][0]) === id) return i + 2;
  return 0;
}

// As it was written: never a formula, a date or a number.
function asText(value) {
  return value === '' ? '' : "'" + value;
}

function answer(body) {
  return ContentService.createTextOutput(JSON.stringify(body)).setMimeType(ContentService.MimeType.JSON);
}
