// WeChat as a page sees it, made up, so that the example can be looked at on a desk. Nothing of it is for your portal.
// It does what it is asked once it has been introduced, and remembers all of it in `asked`.
window.asked = [];
/** What the next scan reads; nothing: it is typed. */
window.scanned = '';

/** Not where a test lends it to the page as it is. */
const isDesk = document.currentScript.src.endsWith('/desk/wx.js');

if (isDesk) {
  Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.50` });
}

/** A line above the page says what is made up, and what a card in a chat would say now. */
const card = document.createElement('p');
function showCard({ title, desc = '', link }) {
  card.textContent = `试用：微信是假的。现在分享出去的卡片：${title} · ${desc} · ${link}`;
  if (!card.isConnected) document.body.prepend(card);
}

function madeUpPicture() {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  canvas.getContext('2d').fillRect(0, 0, 32, 48);
  // As iOS misspells it.
  return canvas.toDataURL('image/jpeg').replace('image/jpeg', 'image/jgp');
}

const does = {
  checkJsApi({ jsApiList }) {
    return { checkResult: Object.fromEntries(jsApiList.map((name) => [name, name in does])) };
  },
  scanQRCode() {
    const resultStr = window.scanned || prompt('扫到了什么？（签到屏上的六位数，或那个码的网址）');
    return resultStr ? { resultStr } : undefined;
  },
  chooseImage: () => ({ localIds: ['wxLocalResource://1'] }),
  getLocalImgData: () => ({ localData: madeUpPicture() }),
  updateAppMessageShareData(share) {
    if (isDesk) showCard(share);
    return {};
  },
  updateTimelineShareData: () => ({}),
};

const ready = [];
window.wx = {
  ready: (listener) => void ready.push(listener),
  error: () => undefined,
  config(options) {
    window.asked.push(['config', options, new Error('config').stack]);
    queueMicrotask(() => {
      for (const listener of ready) listener();
    });
  },
};
for (const [name, answer] of Object.entries(does)) {
  window.wx[name] = (options) => {
    window.asked.push([name, JSON.parse(JSON.stringify(options))]);
    queueMicrotask(() => {
      const answered = answer(options);
      if (answered) options.success(answered);
      else options.cancel();
    });
  };
}
