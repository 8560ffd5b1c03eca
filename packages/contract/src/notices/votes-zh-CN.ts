import type { ProjectEvent, RoundEvent, StarEvent } from '../vocabulary-more.ts';

/** Of these nobody is told: they are one's own doing, or a worker's to see. */
type Untold =
  | 'project.proposed'
  | 'project.planned'
  | 'project.rated'
  | 'project.comment-supported'
  | 'project.comment-reported'
  | 'project.part-reported'
  | 'round.drafted'
  | 'round.edited'
  | 'round.opened'
  | 'round.discarded'
  | 'round.papers-viewed'
  | 'star.nominated'
  | 'star.part-reported';

/** Notices about projects, rounds and stars, as one sentence each. `title` is the project, the round or the honour. */
export const votesZhCN = {
  noticeOfProject: {
    'project.edited': (title: string) => `社工把“${title}”的文字理了理`,
    'project.withdrawn': (title: string) => `“${title}”撤下了`,
    'project.listed': (title: string) => `“${title}”社工看过，列进来了`,
    'project.declined': (title: string) => `“${title}”要改一改`,
    'project.merged': (title: string) => `“${title}”和另一件实事并到一起办`,
    'project.voting': (title: string) => `“${title}”开始投票了`,
    'project.selected': (title: string) => `“${title}”选上了`,
    'project.not-selected': (title: string) => `“${title}”这次没有选上`,
    'project.started': (title: string) => `“${title}”开工了`,
    'project.reported': (title: string) => `“${title}”有新进展`,
    'project.commented': (title: string) => `有邻居在“${title}”下面说了一句`,
    'project.comment-held': (title: string) => `你在“${title}”下面写的话，社工先看一看再贴出来`,
    'project.comment-hidden': (title: string) => `你在“${title}”下面写的一段，社工收起来了`,
    'project.comment-shown': (title: string) => `“${title}”下面有一段话，社工看过，贴出来了`,
    'project.correction-raised': (title: string) => `“${title}”有一处要整改`,
    'project.correction-assigned': (title: string) => `“${title}”的整改有人管了`,
    'project.correction-overdue': (title: string) => `“${title}”的整改过了约好的日子，还没有答复`,
    'project.correction-answered': (title: string) => `“${title}”的整改有了答复`,
    'project.correction-accepted': (title: string) => `“${title}”的整改好了`,
    'project.correction-reopened': (title: string) => `“${title}”的整改还差一点`,
    'project.correction-overruled': (title: string) => `“${title}”的整改不再办了，理由写在下面`,
    'project.done': (title: string) => `“${title}”办好了，去打个分`,
    'project.part-hidden': (title: string) => `你在“${title}”里写的或传的一处，社工收起来了`,
    'project.part-shown': (title: string) => `你在“${title}”里写的或传的一处，社工看过，放出来了`,
  } satisfies Record<Exclude<ProjectEvent, Untold>, unknown>,
  noticeOfRound: {
    'round.voted': (title: string) => `你在“${title}”的票投进去了`,
    'round.closed': (title: string) => `“${title}”投完了，结果出来了`,
  } satisfies Record<Exclude<RoundEvent, Untold>, unknown>,
  noticeOfStar: {
    'star.nomination-edited': (title: string) => `你提名的“${title}”，社工把文字理了理`,
    'star.asked': (title: string) => `有邻居提名你当“${title}”，点不点头都由你`,
    'star.consented': (title: string) => `你提名的“${title}”，TA 点头了`,
    'star.declined': (title: string) => `“${title}”的提名到这里为止`,
    'star.withdrawn': (title: string) => `“${title}”的提名撤回了`,
    'star.voting': (title: string) => `“${title}”开始投票了`,
    'star.won': (title: string) => `“${title}”评上了`,
    'star.not-awarded': (title: string) => `“${title}”这次没有评上`,
    'star.awarded': (title: string) => `“${title}”挂上星光墙了`,
    'star.edited': (title: string) => `“${title}”旁边的文字或照片有改动`,
    'star.words-waiting': (title: string) => `社工给你的“${title}”写了新的话，等你点头才登`,
    'star.taken-down': (title: string) => `“${title}”从星光墙上撤下了`,
    'star.part-hidden': (title: string) => `“${title}”里的一段话或照片，社工收起来了`,
    'star.part-shown': (title: string) => `“${title}”里的一段话或照片，社工看过，放出来了`,
  } satisfies Record<Exclude<StarEvent, Untold>, unknown>,
};
