// The page's own script: it introduces the page to WeChat, and lends the elements what WeChat can do.

const community = document.querySelector('fm-community');
/** As it was entered. */
const entered = location.href.replace(/#.*/, '');
const inWeChat = /MicroMessenger/i.test(navigator.userAgent);

/** What the address can name, as a shared card or the code on a check-in screen does: the elements open it. */
const named = { 'fm-action-signup': ['action', 'code'], 'fm-wish-wall': ['wish'] };
const given = new URL(entered).searchParams;
const address = new URL(entered);
for (const [tag, names] of Object.entries(named)) {
  for (const name of names) {
    const value = given.get(name);
    if (value) document.querySelector(tag).setAttribute(name, value);
    address.searchParams.delete(name);
  }
}
history.replaceState(history.state, '', address);

/** The address that WeChat goes by: on iOS as it was entered, however the page changes it later; elsewhere the present one. */
const signed = () => (/iPhone|iPad|iPod/.test(navigator.userAgent) ? entered : location.href.replace(/#.*/, ''));

/** One of WeChat's functions as a promise: nothing for whoever came back without having done it. */
const ask = (name, options) =>
  new Promise((resolve, reject) => {
    wx[name]({
      ...options,
      success: resolve,
      cancel: () => resolve(undefined),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** iOS writes `data:image/jgp;base64,` before it, Android nothing. */
function pictureFrom(localData) {
  const bytes = Uint8Array.from(atob(localData.replace(/^data:[^,]*,/, '').replace(/\s/g, '')), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}

/** The page itself: nothing that somebody was sent to, nor what WeChat wrote behind the address when it was shared. */
const plain = new URL(address);
for (const name of ['from', 'isappinstalled']) plain.searchParams.delete(name);
/** What the page says of itself where nothing is open. */
const own = { title: document.title, desc: document.querySelector('meta[name=description]').content, link: plain.href };
/** The picture of every card: square, 300 pixels or more, and no photograph of anybody. */
const picture = new URL('share.png', location.href).href;

const adapter = {
  async scanQrCode() {
    return (await ask('scanQRCode', { needResult: 1, scanType: ['qrCode'] }))?.resultStr;
  },
  async chooseImage({ most }) {
    const chosen = await ask('chooseImage', { count: most, sizeType: ['compressed'], sourceType: ['album', 'camera'] });
    const pictures = [];
    // One after the other: iOS answers only the last of several at once.
    for (const localId of chosen?.localIds ?? []) {
      pictures.push(pictureFrom((await ask('getLocalImgData', { localId })).localData));
    }
    return pictures;
  },
  async setShareData(share) {
    const { title, desc, link } = share ? { ...share, desc: share.description } : own;
    await ask('updateAppMessageShareData', { title, desc, link, imgUrl: picture });
    // A moment has no room for more than a title.
    await ask('updateTimelineShareData', { title, link, imgUrl: picture });
  },
};

/** What this WeChat has: on a computer it has no scanner. The elements do without what is not lent. */
async function lend() {
  const { checkResult } = await ask('checkJsApi', { jsApiList: ['scanQRCode', 'chooseImage', 'getLocalImgData'] });
  const { scanQrCode, chooseImage, setShareData } = adapter;
  community.adapter = {
    setShareData,
    ...(checkResult.scanQRCode && { scanQrCode }),
    ...(checkResult.chooseImage && checkResult.getLocalImgData && { chooseImage }),
  };
  await setShareData(null);
}

async function introduce() {
  const response = await fetch(`/wechat/signature?url=${encodeURIComponent(signed())}`);
  const { appId, timestamp, nonceStr, signature } = await response.json();
  const jsApiList = ['scanQRCode', 'chooseImage', 'getLocalImgData', 'updateAppMessageShareData', 'updateTimelineShareData'];
  let isRefused = false;
  // Without WeChat's help the elements do what the browser can: the page says nothing to those who look at it.
  wx.error(({ errMsg }) => {
    isRefused = true;
    console.warn(`wx.config: ${errMsg}`);
  });
  // Called in the end whether it went well or not.
  wx.ready(() => {
    if (!isRefused) lend().catch((error) => console.warn('wx', error));
  });
  wx.config({ appId, timestamp, nonceStr, signature, jsApiList });
}

const elsewhere = document.querySelector('#elsewhere');
elsewhere.querySelector('[value=copy]').addEventListener('click', async ({ currentTarget }) => {
  const link = elsewhere.querySelector('input');
  link.select();
  // Not on every browser, nor without https: it is marked then, and copied by hand.
  await navigator.clipboard?.writeText(link.value).then(
    () => (currentTarget.textContent = '复制好了'),
    () => undefined,
  );
});
elsewhere.querySelector('[value=close]').addEventListener('click', () => elsewhere.close());

document.addEventListener('fm-login-required', (event) => {
  // The page sees to it: otherwise the elements would say that nobody does.
  event.preventDefault();
  // Back to what it was about, open: it is one press then. What was written is kept as a draft meanwhile.
  const back = new URL(location.href);
  const [thing] = named[event.target.localName] ?? [];
  if (thing && event.subject) back.searchParams.set(thing, event.subject);
  if (event.act === 'check-in' && given.has('code')) back.searchParams.set('code', given.get('code'));
  if (inWeChat) {
    // WeChat knows who it is and comes back at once.
    location.href = `/wechat/login?back=${encodeURIComponent(back.pathname + back.search)}`;
    return;
  }
  // WeChat's sign-in is for WeChat alone. A portal that has another one sends people there instead, as docs/login.md does.
  event.waitUntil(
    new Promise((_, reject) => elsewhere.addEventListener('close', () => reject(new Error('not in WeChat')), { once: true })),
  );
  elsewhere.querySelector('input').value = back.href;
  elsewhere.showModal();
});

const calendar = document.querySelector('#calendar');
calendar.querySelector('button').addEventListener('click', () => calendar.close());
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && /\.ics([?#]|$)/.test(one.href));
  // WeChat opens no calendar files: the phone's own browser does.
  if (!link || !inWeChat) return;
  event.preventDefault();
  calendar.showModal();
});

if (inWeChat && 'wx' in globalThis) introduce().catch((error) => console.warn('wx.config', error));
