___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Warmlead",
  "categories": ["CHAT", "LEAD_GENERATION"],
  "brand": {
    "id": "warmlead",
    "displayName": "Warmlead"
  },
  "description": "A chat that asks a few good questions and hands over explained leads. It runs from your own website.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "src",
    "displayName": "Address of warmlead.js",
    "simpleValueType": true,
    "help": "For example https://www.example.com/warmlead/warmlead.js",
    "valueValidators": [
      { "type": "NON_EMPTY" },
      { "type": "REGEX", "args": ["^https://.+\\.js(\\?.*)?$"], "errorMessage": "An address that begins with https:// and ends in .js." }
    ]
  },
  {
    "type": "TEXT",
    "name": "playbook",
    "displayName": "Playbook: its address, or the whole text",
    "simpleValueType": true,
    "lineCount": 12,
    "help": "An address such as /playbook.json. Where you cannot put a file on your website, paste the text that \"warmlead publish\" prints.",
    "valueValidators": [{ "type": "NON_EMPTY" }]
  },
  {
    "type": "TEXT",
    "name": "fallbackEmail",
    "displayName": "Mail address that is shown when the chat cannot be had (optional)",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "accent",
    "displayName": "Colour, for example #0F766E (optional)",
    "simpleValueType": true
  },
  {
    "type": "CHECKBOX",
    "name": "events",
    "checkboxText": "Tell the data layer what happens in the chat: opened, started, answered, handed over. Nothing that visitors say.",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const JSON = require('JSON');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const setInWindow = require('setInWindow');

// Pasted text is the playbook itself; it has to be JSON without comments, as "warmlead publish" prints it.
const written = data.playbook.trim();
const isText = written.charAt(0) === '{';
const playbook = isText ? JSON.parse(written) : written;

if (!playbook) {
  logToConsole('Warmlead: the playbook cannot be read. Paste what "warmlead publish" prints.');
  data.gtmOnFailure();
} else {
  const options = { playbook: playbook, base: data.src.split('?')[0].split('/').slice(0, -1).join('/') + '/' };
  if (data.fallbackEmail) options.fallbackEmail = data.fallbackEmail;
  if (data.accent) options.accent = data.accent;
  if (data.events) options.events = 'dataLayer';
  setInWindow('WarmleadOptions', options, true);
  // The last argument lets a tag that fires again find the script that is there.
  injectScript(data.src, data.gtmOnSuccess, data.gtmOnFailure, 'warmlead');
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": { "publicId": "access_globals", "versionId": "1" },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  { "type": 1, "string": "key" },
                  { "type": 1, "string": "read" },
                  { "type": 1, "string": "write" },
                  { "type": 1, "string": "execute" }
                ],
                "mapValue": [
                  { "type": 1, "string": "WarmleadOptions" },
                  { "type": 8, "boolean": true },
                  { "type": 8, "boolean": true },
                  { "type": 8, "boolean": false }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "inject_script", "versionId": "1" },
      "param": [
        { "key": "urls", "value": { "type": 2, "listItem": [{ "type": 1, "string": "https://*/*" }] } }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "logging", "versionId": "1" },
      "param": [{ "key": "environments", "value": { "type": 1, "string": "debug" } }]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: An address is handed on as it is
  code: |-
    mock('injectScript', (url, onSuccess) => onSuccess());
    runCode({ src: 'https://www.example.com/w/warmlead.js', playbook: '/playbook.json' });
    assertApi('setInWindow').wasCalledWith('WarmleadOptions', { playbook: '/playbook.json', base: 'https://www.example.com/w/' }, true);
    assertApi('gtmOnSuccess').wasCalled();
- name: Text that cannot be read fails
  code: |-
    runCode({ src: 'https://www.example.com/w/warmlead.js', playbook: '{ broken' });
    assertApi('gtmOnFailure').wasCalled();


___NOTES___

Sets window.WarmleadOptions and loads the script from your own website.
