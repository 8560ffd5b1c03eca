/** What stands around what an app can do. zh-CN is the source: other languages have the same keys. */
export const zhCN = {
  scan: '扫屏幕上的码',
  stopScan: '不扫了',
  camera: '把屏幕上的码放进框里',
  scanFailed: '没能打开扫码，请输入六位数。',
  cameraFailed: '相机用不了，请输入六位数。',
  otherCode: '这是别的码，请扫签到屏上的那个。',
  otherAction: '这是另一个行动的签到码。',
  chooseFailed: '没能打开相册，请再试一次。',
  shareWish: '{area} · 微心愿',
  shareProject: '{area} · 微实事',
  shareStar: '{title}的故事',
  shareStarText: '{area} · 微星光',
};

export type AdapterWords = typeof zhCN;
