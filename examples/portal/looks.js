// Bigger text (长辈版) and colours. The elements are told by attributes of <fm-community>; the page by its own CSS.
const key = 'portal.looks';
const themes = { neutral: '湖青', party: '党建红', spring: '叶绿' };

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { mode: kept.mode === 'elder' ? 'elder' : 'normal', theme: kept.theme in themes ? kept.theme : '' };
  } catch {
    return { mode: 'normal', theme: '' };
  }
}

function keep(looks) {
  try {
    localStorage.setItem(key, JSON.stringify(looks));
  } catch {
    // Without storage it holds for this page alone.
  }
}

function apply({ mode, theme }) {
  const page = document.documentElement;
  page.dataset.mode = mode;
  // No theme chosen: the elements take what the community has set for itself.
  if (theme) page.dataset.theme = theme;
  else delete page.dataset.theme;
  for (const community of document.querySelectorAll('fm-community')) {
    community.setAttribute('mode', mode);
    if (theme) community.setAttribute('theme', theme);
    else community.removeAttribute('theme');
  }
}

/** Puts the switches into the page's foot. */
export function followLooks() {
  let looks = read();
  const place = document.querySelector('[data-looks]');
  const buttons = [];

  const show = () => {
    apply(looks);
    for (const { button, isOn } of buttons) button.setAttribute('aria-pressed', String(isOn()));
  };
  const add = (label, isOn, change) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      looks = change();
      keep(looks);
      show();
    });
    buttons.push({ button, isOn });
    place?.append(button);
  };

  add(
    '长辈版大字',
    () => looks.mode === 'elder',
    () => ({ ...looks, mode: looks.mode === 'elder' ? 'normal' : 'elder' }),
  );
  for (const [theme, label] of Object.entries(themes)) {
    add(
      label,
      () => looks.theme === theme,
      () => ({ ...looks, theme: looks.theme === theme ? '' : theme }),
    );
  }
  show();
}
