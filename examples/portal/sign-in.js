// Signing in to this portal: a menu of made-up people. A real portal has its own login here. The session is a cookie
// that scripts cannot read; `/portal/token` turns it into the token that <fm-community token-url> asks for.

/** An element with attributes and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

async function ask(path, body) {
  const response = await fetch(`/portal/${path}`, {
    cache: 'no-store',
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`/portal/${path} answered ${response.status}`);
  return response.json();
}

const compound = ['欧阳', '司徒', '诸葛', '上官', '东方', '夏侯', '皇甫', '尉迟'];

/** 李**, 欧阳**, 古丽**: as the page's head may show it to who looks over one's shoulder. */
const surname = (name) =>
  name.includes('·') ? name.split('·')[0] : (compound.find((two) => name.startsWith(two)) ?? [...name][0]);

const mark = (person) => make('span', { class: 'who-mark', 'aria-hidden': 'true' }, [...person.name][0]);

/**
 * Elements that wait for a sign-in go on; the others read again what this person may see. Those whose code is still on
 * its way are told when it is there: who is signed in has been asked for them before.
 */
const tellElements = async (method) => {
  await customElements.whenDefined('fm-community');
  for (const community of document.querySelectorAll('fm-community')) community[method]();
};

/** Puts who is signed in into the page's head, and opens the menu when an element asks for it. */
export function offerSignIn() {
  const place = document.querySelector('[data-who]');
  const list = make('ul', { class: 'login-list' });
  const note = make('p', { class: 'login-note' }, '这些人都是编出来的，选一位就能以 TA 的身份试用。');
  const why = make('p');
  const close = make('button', { type: 'button', class: 'login-close', 'aria-label': '关闭' }, '×');
  const title = make('div', {}, make('h2', { id: 'login-title' }, '以谁的身份登录'), why);
  const dialog = make(
    'dialog',
    { class: 'login', 'aria-labelledby': 'login-title' },
    make('div', { class: 'login-head' }, title, close),
    list,
    note,
  );
  document.body.append(dialog);

  const signIn = make('button', { type: 'button', class: 'login-button', 'aria-haspopup': 'dialog' }, '以…身份登录');
  const signOut = make('button', { type: 'button', class: 'plain-button' }, '退出');
  let people = [];

  const warn = (text) => {
    note.textContent = text;
    note.classList.add('login-wrong');
    note.setAttribute('role', 'alert');
  };

  const open = (reason) => {
    why.textContent = reason;
    dialog.returnValue = '';
    if (!dialog.open) dialog.showModal();
    list.querySelector('button')?.focus();
  };

  const show = (sub) => {
    const person = people.find((each) => each.sub === sub);
    if (!person) {
      place.replaceChildren(signIn);
      return;
    }
    const masked = `${surname(person.name)}**`;
    const more = make('span', { class: 'unseen' }, '，看我的名片');
    const card = make('a', { href: '/me.html' }, mark(person), masked, more);
    place.replaceChildren(card, signOut);
  };

  const become = async (sub) => {
    try {
      await ask('sign-in', { sub });
    } catch {
      warn('没有登录上，请再试一次。');
      return;
    }
    dialog.close('signed-in');
    show(sub);
    tellElements('signedIn');
  };

  const leave = async () => {
    try {
      await ask('sign-out', {});
    } catch {
      open('');
      warn('没有退出来，请再试一次。');
      return;
    }
    show(null);
    signIn.focus();
    tellElements('signedOut');
  };

  const choice = (person) => {
    const words = make('span', {}, make('b', {}, person.name), make('small', {}, person.description));
    const button = make('button', { type: 'button' }, mark(person), words);
    button.addEventListener('click', () => become(person.sub));
    return make('li', {}, button);
  };

  signIn.addEventListener('click', () => open(''));
  signOut.addEventListener('click', leave);
  close.addEventListener('click', () => dialog.close());
  // A click beside the box reaches the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // What was begun goes on once someone has signed in, and is let go where the box is closed.
  document.addEventListener('fm-login-required', (event) => {
    open('登录以后，接着办刚才的事。');
    event.waitUntil(
      new Promise((signedIn, givenUp) => {
        const settle = () => (dialog.returnValue === 'signed-in' ? signedIn() : givenUp(new Error('not signed in')));
        dialog.addEventListener('close', settle, { once: true });
      }),
    );
  });

  ask('personas').then(
    ({ items, signedIn }) => {
      people = items;
      list.replaceChildren(...people.map(choice));
      show(signedIn);
    },
    () => {
      show(null);
      warn('示例登录只在本机打开：用 npm start 启动以后再试。');
    },
  );
}
