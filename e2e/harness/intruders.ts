import type { View } from './view';

/** Every element that our components draw. Payloads are made of others, or carry what these never have. */
const OURS =
  'html head meta title link script body main header footer section article fieldset div p span ul ol li dl dt dd ' +
  'h1 h2 h3 h4 a b bdi button code details em summary form img input kbd label legend option select strong table ' +
  'tbody td textarea tfoot th thead time tr';

/**
 * The expression over `document` that lists what only markup taken from elsewhere could have made: elements that are none
 * of ours, handlers, styles, addresses that are neither of the web nor of the package, scripts that the page did not have.
 */
const INTRUDERS = `(() => {
  const { origin } = document.location;
  const ours = new Set('${OURS}'.split(' '));
  const isOwn = ({ src }) => src.startsWith(origin + '/');
  const odd = ({ name, value }) => /^(?:on|srcdoc|srcset|formaction|action|style|background|ping)/i.test(name) ||
    (/^(?:href|src|poster|data)$/i.test(name) && /^[^/.#]*:/.test(value) && !/^https?:\\/\\//.test(value) &&
      !value.startsWith(origin + '/'));
  return Array.from(document.querySelectorAll('*'))
    .filter((one) => !ours.has(one.localName) || Array.from(one.attributes).some(odd) ||
      (one.localName === 'script' && (one.text !== '' || !isOwn(one))) || (one.localName === 'img' && !isOwn(one)))
    .map((one) => one.outerHTML.slice(0, 300));
})()`;

/** What stands in a view that is not of our own making. */
export function intrudersIn(view: View): Promise<unknown> {
  return view.evaluate(INTRUDERS);
}
