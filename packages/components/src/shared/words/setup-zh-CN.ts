/** What only a webmaster reads, loaded where something is wrong. zh-CN is the source: other languages have the same keys. */
export const zhCN = {
  title: '这块内容还没有接好',
  'no-provider': '请把它放进 <fm-community api-url="…" area="…">，或者给它自己写上 api-url 和 area。',
  'no-area': '还没有写 area：这一页是哪个社区，比如 area="yikang"。',
  'api-url': 'api-url 不对：{url} 上不是五微的服务。它应当以 /api/v1 结尾。',
  area: 'area 不对：没有叫“{area}”的社区。',
  token: '登录凭证没有被接受：{reason}',
  'token-clock':
    '登录凭证没有被接受：门户给的凭证一到手就已经过期。请核对门户服务器的时钟，以及它是不是把旧的凭证缓存住了（{reason}）。',
  'token-url':
    '没有从 token-url 拿到登录凭证（{reason}）。它要在同一个网站上，回答 200 和 { "token": "…" }，没有人登录时是 { "token": null }。',
  origin: '服务器还没有登记这个网站：请把 {origin} 加进 ALLOWED_ORIGINS 或签发方的网址里。',
};

export type SetupWords = typeof zhCN;
