// What is newer than the oldest browsers, and all the same good: it asks first, or nobody misses it. Each has to be needed.
// A feature's name stands for all below it.

/** Where styles and scripts of these rooms end up. */
const anywhere = /./;
const dropIn = /^embed\//;

export const allowed = [
  // Scripts
  {
    feature: 'javascript.classes.static.initialization_blocks',
    in: /^packages\//,
    why: 'Whoever builds a page from the packages lowers their syntax as they need it; the drop-in files have none.',
  },
  { feature: 'api.Document.adoptedStyleSheets', in: /core\.js|base\.js|^embed\//, why: 'Lit asks first, and takes <style>.' },
  { feature: 'api.trustedTypes', in: dropIn, why: 'Lit asks first, and writes its templates as text.' },
  { feature: 'api.CSSStyleSheet', in: dropIn, why: 'Lit, after it has asked for adoptedStyleSheets.' },
  { feature: 'javascript.builtins.Error.captureStackTrace', in: dropIn, why: 'zod asks first.' },
  {
    feature: 'api.CloseWatcher',
    in: /sheet|^embed\//,
    why: 'typeof asks first: the back gesture closes a sheet only where it is told.',
  },
  {
    feature: 'api.ReportingObserver',
    in: /policy|doctor/,
    why: 'The doctor asks first, and hears of what is refused from then on.',
  },
  {
    feature: 'api.HTMLElement.showPopover',
    in: /toast/,
    why: 'Asked first; elsewhere a toast stands fixed at the lower edge.',
  },
  { feature: 'html.global_attributes.popover', in: /toast/, why: 'Who does not know it shows the box as any other.' },
  { feature: 'css.selectors.popover-open', in: /toast/, why: 'Asked for after showPopover alone.' },
  { feature: 'api.Navigator.wakeLock', in: /awake|^embed\//, why: 'Asked first: else the screen goes dark as it always did.' },
  {
    feature: 'api.Document.fullscreenEnabled',
    in: anywhere,
    why: 'The question itself; iPhones answer undefined, and have no button.',
  },
  { feature: 'api.Document.fullscreenElement', in: anywhere, why: 'After fullscreenEnabled.' },
  { feature: 'api.Document.exitFullscreen', in: anywhere, why: 'After fullscreenEnabled.' },
  { feature: 'api.Document.fullscreenchange_event', in: anywhere, why: 'After fullscreenEnabled.' },
  { feature: 'api.Element.requestFullscreen', in: anywhere, why: 'After fullscreenEnabled.' },
  {
    feature: 'api.Navigator.userActivation',
    in: /unanswered/,
    why: 'Asked first: elsewhere an address with a code in it takes to the login page without a press.',
  },
  {
    feature: 'api.HTMLElement.inert',
    in: /configurator/,
    why: 'The page where a webmaster makes a snippet: without it the keyboard passes through the preview.',
  },
  { feature: 'html.global_attributes.autofocus', in: anywhere, why: 'The focus is put there by script as well.' },
  // Styles
  {
    feature: 'css.types.color.light-dark',
    in: /tokens|^embed\//,
    why: 'tones and themes write it inside @supports, after plain colours.',
  },
  { feature: 'css.properties.text-wrap', in: anywhere, why: 'Lines break where they always did.' },
  { feature: 'css.properties.text-spacing-trim', in: anywhere, why: 'Punctuation is as wide as it always was.' },
  { feature: 'css.properties.cursor', in: anywhere, why: 'A phone has none.' },
  { feature: 'css.properties.scrollbar-width', in: anywhere, why: 'A thin bar is seen.' },
  { feature: 'css.properties.resize', in: anywhere, why: 'iOS has no handle to take away.' },
  { feature: 'css.properties.user-select', in: anywhere, why: '-webkit-user-select stands beside it.' },
  { feature: 'css.properties.forced-color-adjust', in: anywhere, why: 'iOS has no forced colours.' },
  { feature: 'css.properties.font-family.ui-monospace', in: anywhere, why: 'The next font of the list.' },
];
