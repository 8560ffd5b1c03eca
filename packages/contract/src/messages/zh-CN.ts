import type { ErrorCode, FieldCode } from '../errors.ts';

/** zh-CN is the source: the other languages must have the same keys. */
export interface Messages {
  errors: Record<ErrorCode, string>;
  fields: Record<FieldCode, string>;
  /** What stands for someone who did not agree to show more. */
  people: { neighbour: string; helper: string };
  /** What stands for words that a worker has yet to look at, or has hidden, and for those of whoever erased themself. */
  words: { held: string; hidden: string; erased: string };
  /** Who could do what someone else may not. */
  who: Record<string, string>;
}

export const zhCN: Messages = {
  errors: {
    'request.unreadable': '没有读懂这次请求，内容不是完整的 JSON。',
    'request.invalid': '有几处要改一改，改好再交。',
    'request.too-large': '内容太大了，换小一点的再试。',
    'request.unsupported-media': '这里收的是 JSON，请检查请求的类型。',
    'request.not-found': '没有这个地址，请检查接口网址。',
    'request.method': '这个地址不支持这种操作。',
    'request.origin': '这个网站还没有登记，不能代表用户操作。请管理员把它的网址加进去。',
    'request.rate-limited': '点得有点快，歇几秒再试。',
    'auth.required': '请先登录，再接着办。',
    'auth.forbidden': '这件事要由{who}来办。',
    'token.malformed': '登录凭证读不出来，不是一个完整的 JWT。',
    'token.algorithm': '登录凭证的签名算法不被接受，只收 ES256、EdDSA 或登记过的 HS256。',
    'token.issuer': '登录凭证的签发方没有登记。',
    'token.key': '登录凭证用的密钥没有登记。',
    'token.signature': '登录凭证的签名不对。',
    'token.audience': '登录凭证不是签给这个服务的，请检查 aud。',
    'token.expired': '登录过期了，请重新登录。',
    'token.not-yet': '登录凭证还没到生效时间，请检查服务器的时钟。',
    'token.too-long': '登录凭证的有效期超过了 60 分钟。',
    'token.subject': '登录凭证里没有写明是谁（sub）。',
    'token.area': '登录凭证里的社区不存在，或不归这个签发方管。',
    'token.revoked': '这次登录已经被收回，请重新登录。',
    'idempotency.mismatch': '同一个 Idempotency-Key 发来了不同的内容，没有重复办理。',
    'area.unknown': '没有找到“{area}”这个社区，请检查 area 的写法。',
    'area.feature-off': '这个社区没有开通这项功能。',
    'organisation.unknown': '没有找到这个组织。',
    'organisation.not-representative': '你不是这个组织的联系人，不能用它的名义。',
    'organisation.exists': '这个代号已经有组织在用了，请换一个。',
    'member.unknown': '没有找到这位邻居。',
    'member.self': '自己的账号要请别的社工来办。',
    'member.merge-target': '这两位不能合成一位，请核对是不是同一个人。',
    'report-in.unknown': '没有找到这次报到。',
    'report-in.state': '这次报到已经有人处理过了。',
    'wish.unknown': '没有找到这个心愿，可能已经撤下了。',
    'wish.state': '这个心愿现在不能这样办，刷新看看最新的情况。',
    'wish.already-claimed': '{name}早了一步，这个心愿有人去办了。',
    'wish.own': '这是你自己的心愿，请邻居来帮。',
    'wish.self-dealing': '自己或自己代表的组织帮的忙，要由别人来确认。',
    'wish.no-contact': '这个心愿没有留联系方式，请问问社工。',
    'wish.merge-target': '只能合并到同一个社区、还在办的另一个心愿。',
    'wish.no-part': '没有找到你说的这段话或这张照片，可能已经改过了。',
    'claim.none': '你现在没有认领这个心愿。',
    'upload.unknown': '有一张照片没有传上来，请重新选一次。',
    'upload.used': '有一张照片已经用在别处了，请重新选一次。',
    'upload.not-a-picture': '这不是照片。请选 JPEG、PNG 或 WebP。',
    'upload.too-many-pixels': '照片太大了，请换一张小一点的。',
    'server.failed': '服务器出了点问题，没有存上。请过一会儿再试。',
    'server.busy': '现在人多，请过一会儿再试。',
  },
  fields: {
    required: '这里要填。',
    type: '这里填的类型不对。',
    'too-short': '再写几个字。',
    'too-long': '写得太长了，最多 {max} 个字。',
    'too-small': '最小是 {min}。',
    'too-big': '最大是 {max}。',
    'not-an-option': '请从列出的里面选。',
    format: '格式不对。',
    past: '这一天已经过了。',
    'too-late': '太晚了，最晚到 {max}。',
    'unknown-field': '没有这一项。',
    'too-many': '太多了，最多 {max} 个。',
  },
  people: { neighbour: '一位邻居', helper: '一位热心邻居' },
  words: { held: '（这段话社工正在看）', hidden: '（这段话社工先收起来了）', erased: '（这位邻居清掉了自己的资料）' },
  who: {
    member: '报到过的邻居',
    local: '这个社区的居民',
    worker: '这个社区的社工',
    officer: '街道或区里的工作人员',
    wisher: '许愿的人自己',
    helper: '正在帮忙的人',
  },
};
