import type { ActionEvent } from '../vocabulary.ts';
import { votesZhCN } from './votes-zh-CN.ts';

/** What members are told, on their card and by their portal. This catalogue is the source; the other languages have the same keys. */
export const noticesZhCN = {
  /** A notice as one sentence. `title` is the wish in short, `by` is null where it was the community or the clock. */
  notice: {
    'wish.submitted': (title: string) => `“${title}”交上去了，社工在看`,
    'wish.published': (title: string) => `“${title}”贴上墙了`,
    'wish.declined': (title: string) => `“${title}”要改一改`,
    'wish.merged': (title: string) => `“${title}”和另一个心愿并到一起办`,
    'wish.withdrawn': (title: string) => `“${title}”撤下了，不用再去`,
    'wish.claimed': (title: string, by: string | null) => `${by ?? '一位热心邻居'}来帮“${title}”了`,
    'wish.released': (title: string, by: string | null) => `${by ?? '帮忙的人'}来不了了，“${title}”回到墙上`,
    'wish.extended': (title: string) => `“${title}”换了个日子`,
    'wish.lapsed': (title: string) => `“${title}”过了约好的日子，回到墙上`,
    'wish.fulfilled': (title: string, by: string | null) => `${by ?? '帮忙的人'}说“${title}”办好了`,
    'wish.confirmed': (title: string, by: string | null) => `${by ?? '许愿的邻居'}说“${title}”好了，谢谢你`,
    'wish.reopened': (title: string, by: string | null) => `${by ?? '许愿的邻居'}说“${title}”还差一点`,
    'wish.closed': (title: string) => `社工去看过，“${title}”办结了`,
    'wish.expired': (title: string) => `“${title}”过了希望的日子`,
    'wish.lowered': (title: string) => `“${title}”帮的人够了`,
    'wish.photos-approved': (title: string) => `“${title}”的照片社工看过了`,
    'wish.held': (title: string) => `你在“${title}”里写的话，社工先看一看再贴出来`,
    'wish.hidden': (title: string) => `你在“${title}”里写的一段，社工收起来了`,
    'wish.shown': (title: string) => `你在“${title}”里写的话，社工看过，贴出来了`,
    'wish.contact-expired': (title: string) => `“${title}”的电话和门牌到了日子，清掉了`,
  },
  /** A notice about an action: of one's own coming, or of one that one holds. `by` is null where it was the clock or oneself. */
  noticeOfAction: {
    'action.drafted': (title: string) => `“${title}”的草稿交上去了，社工在看`,
    'action.opened': (title: string) => `“${title}”开放报名了`,
    'action.edited': (title: string) => `“${title}”有改动，看看时间和地点`,
    'action.closed': (title: string) => `“${title}”到点了，报名停了`,
    'action.cancelled': (title: string) => `“${title}”取消了，不用去了`,
    'action.finished': (title: string) => `“${title}”结束了`,
    'action.signed-up': (title: string, by: string | null) => (by ? `${by}替你报了“${title}”` : `“${title}”报上名了`),
    'action.signed-off': (title: string, by: string | null) =>
      by ? `${by}替你取消了“${title}”的报名` : `“${title}”的报名取消了`,
    'action.moved-up': (title: string) => `“${title}”有人让出名额，轮到你了`,
    'action.checked-in': (title: string) => `“${title}”签到了`,
    'action.attended': (title: string) => `“${title}”，组织的人记下你到了`,
    'action.credited': (title: string) => `“${title}”的时长和积分记上了`,
    'action.part-held': (title: string) => `你在“${title}”里写的话，社工先看一看再放出来`,
    'action.part-hidden': (title: string) => `你在“${title}”里写的或传的一处，社工收起来了`,
    'action.part-shown': (title: string) => `你在“${title}”里写的或传的一处，社工看过，放出来了`,
    // That somebody reported it is a worker's to see.
  } satisfies Record<Exclude<ActionEvent, 'action.part-reported'>, unknown>,
  ...votesZhCN,
  /** A notice that is about oneself. `about` is the community or organisation, null where it is gone. */
  noticeOfMe: {
    'points.reversed': () => '社工更正了你的一笔积分',
    'member.report-in-accepted': (about: string | null) => `你到${about ?? '社区'}的报到，社工看过了，好了`,
    'member.report-in-declined': (about: string | null) => `你到${about ?? '社区'}的报到，这次没有成`,
    'member.merged': () => '你的两个账号合成了一个，许过的、帮过的都在这里',
    'member.revoked': () => '社工收回过你的登录。要是你没有请他们这样做，去问一问',
    'member.representative-named': (about: string | null) => `你是${about ?? '组织'}的联系人了，可以用它的名义帮忙`,
    'member.representative-withdrawn': (about: string | null) => `你不再是${about ?? '组织'}的联系人了`,
  },
  noticeOther: (title: string) => (title ? `“${title}”有了新的一步` : '有一件和你有关的事'),
};

export type NoticeWords = typeof noticesZhCN;
