/**
 * What Google Tag Manager does to a tag of "Custom HTML": it takes nothing newer than ES5, drops `data-` attributes
 * of scripts, replaces `{{names}}` by its own variables, and puts each script into the page as an element that it
 * makes anew, so `document.currentScript` says nothing.
 */
import { parse } from 'acorn';

/** The container file that the page loads. Throws, as publishing does, where a script is newer than ES5. */
export const containerOf = (customHtml: string): string => {
  const html = customHtml
    .replace(/\{\{([^{}]*)\}\}/g, 'undefined')
    .replace(/<script\b[^>]*>/gi, (tag) => tag.replace(/\sdata-[\w-]+(?:="[^"]*"|='[^']*'|=[^\s>]+)?/gi, ''));
  for (const [, code = ''] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/gi))
    parse(code, { ecmaVersion: 5 });
  return `(function () {
  Object.defineProperty(document, 'currentScript', { get: function () { return null; } });
  var box = document.createElement('div');
  box.innerHTML = ${JSON.stringify(html)};
  box.style.display = 'none';
  document.body.appendChild(box);
  Array.prototype.slice.call(box.querySelectorAll('script')).forEach(function (old) {
    var made = document.createElement('script');
    if (old.src) made.src = old.src;
    made.text = old.text;
    old.parentNode.replaceChild(made, old);
  });
})();`;
};
