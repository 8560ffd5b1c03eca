/**
 * False in a browser that lacks what no element can do without: older than Safari 15.4 and Chrome 93, which were the last to
 * bring one of these; whatever loads modules has shadow roots and custom elements. Nothing is upgraded there, and what the page has between the tags stays. In Node it is false too.
 */
export const able: boolean = 'hasOwn' in Object && 'HTMLDialogElement' in globalThis;
