/** Enter confirms a word in an input method, or means the box that is ticked; it never sends a form that is half written. */
export const keepHalfWritten = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};
