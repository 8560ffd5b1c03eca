/**
 * False in a browser that lacks what no element can do without: older than Safari 15.4 and Chrome 93, which were the last to
 * bring one of these. Nothing is upgraded there, and what the page has between the tags stays. In Node it is false too.
 */
export const able: boolean =
  'customElements' in globalThis &&
  'hasOwn' in Object &&
  'HTMLDialogElement' in globalThis &&
  'attachShadow' in Element.prototype;
