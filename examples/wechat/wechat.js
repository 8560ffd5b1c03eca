// The page's own script: it introduces the page to WeChat, and lends the elements what WeChat can do.

const community = document.querySelector('fm-community');
/** As it was entered. On iOS WeChat goes by this address, however the page changes it later. */
const entered = location.href.replace(/#.*/, '');
const inWeChat = /MicroMessenger/i.test(navigator.userAgent);

/** What the address names, as a shared card or the code on a check-in screen does: the elements open it. */
const address = new URL(entered);
for (const [tag, names] of [
  ['fm-action-signup', ['action', 'code']],
  ['fm-wish-wall', ['wish']],
]) {
  for (const name of names) {
    const value = address.searchParams.get(name);
    if (value) document.querySelector(tag).setAttribute(name, value);
    address.searchParams.delete(name);
  }
}
history.replaceState(history.state, '', address);

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

/** What the page says of itself where nothing is open. */
const own = { title: document.title, desc: document.querySelector('meta[name=description]').content, link: entered };
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

async function introduce() {
  const response = await fetch(`/wechat/signature?url=${encodeURIComponent(entered)}`);
  const { appId, timestamp, nonceStr, signature } = await response.json();
  const jsApiList = ['scanQRCode', 'chooseImage', 'getLocalImgData', 'updateAppMessageShareData', 'updateTimelineShareData'];
  wx.ready(() => {
    community.adapter = adapter;
    void adapter.setShareData(null);
  });
  // Without WeChat's help the elements do what the browser can: the page says nothing to those who look at it.
  wx.error(({ errMsg }) => console.warn(`wx.config: ${errMsg}`));
  wx.config({ appId, timestamp, nonceStr, signature, jsApiList });
}

document.addEventListener('fm-login-required', () => {
  // WeChat knows who it is and comes back at once. What was written is kept as a draft meanwhile.
  location.href = `/wechat/login?back=${encodeURIComponent(location.pathname + location.search)}`;
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

addEventListener('pageshow', ({ persisted }) => {
  // Back from another page WeChat shows this one as it was left, perhaps hours ago and before somebody signed in.
  if (persisted) void community.signedIn?.();
});

if (inWeChat && 'wx' in globalThis) introduce().catch((error) => console.warn('wx.config', error));
