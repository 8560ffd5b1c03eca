import type { Language } from '@five-micro/contract';

/** The first file that someone opens. Both languages, because an archive travels. */
export const readme = (at: Date): string => `你的资料
========

这是五微在 ${at.toISOString()} 为你打包的全部资料。除了你自己，我们没有给任何人。

me.json        你是谁：姓名、电话、家在哪里、报到的记录、登录用的账号
wishes.json    你许的愿，原话一字未改，连同你留的联系方式（wishes.csv 可以用表格软件打开）
claims.json    你认领的心愿和你写的话（claims.csv 可以用表格软件打开）
points.json    你的积分，一笔一笔，连同更正和理由
actions.json   你报名的微行动（actions.csv 可以用表格软件打开）
hours.json     记给你的服务时间（hours.csv 可以用表格软件打开）
projects.json  你提过的微实事，你在微实事下面说的话、支持过的话、打过的分和举报
stars.json     你被提名的星、你提名过的人，和你得的星
votes.json     你在哪些投票里投过票。投了谁，截止以后谁也说不出来
notices.json   我们通知过你的事
consents.json  哪些地方可以显示你的名字和照片：现在的，和每一次改动
looks.json     谁在什么时候看过你的联系方式、你的登记，或有你名字的行动名单、纸质票
reports.json   你举报过的话和照片：心愿里的、微行动里的、微实事里的、被提名的人和星的
pictures/      你的照片

别人的名字按他们自己的选择显示，别人话里的电话号码已经遮住。
这里面有你的隐私，请收好，不要转发。

Your data
=========

Everything that Five Micro keeps about you, packed at ${at.toISOString()}. Nobody else was given it.

me.json        who you are: name, phone, home, report-ins, the accounts you sign in with
wishes.json    your wishes in your own words, with the contact you left (wishes.csv opens in a spreadsheet)
claims.json    the wishes you took on and what you wrote (claims.csv opens in a spreadsheet)
points.json    your points, entry by entry, with corrections and why
actions.json   the actions you signed up for (actions.csv opens in a spreadsheet)
hours.json     the hours that were credited to you (hours.csv opens in a spreadsheet)
projects.json  projects you proposed, what you said about projects, supported, rated and reported
stars.json     honours you were nominated for, whom you nominated, and your stars
votes.json     where you have voted; what you chose nobody can tell once a vote has closed
notices.json   what we told you
consents.json  where your name and pictures may be seen: now, and each change
looks.json     who looked at your contact, your entry, an action's list or a vote's papers with your name, and when
reports.json   texts and pictures that you reported: of wishes, actions, projects, nominees and stars
pictures/      your pictures

Other people's names are as they chose to be seen; phone numbers in their words are masked.
This is private: keep it safe.
`;

export const headings: Record<Language, Record<'wishes' | 'claims' | 'actions' | 'hours', readonly string[]>> = {
  'zh-CN': {
    wishes: ['编号', '社区', '心愿', '为什么', '类型', '分类', '状态', '为谁', '地点', '联系人', '电话', '地址', '许愿时间'],
    claims: ['编号', '心愿编号', '心愿', '社区', '以谁的名义', '状态', '约好的日子', '认领时间', '你写的话'],
    actions: ['编号', '行动', '社区', '地点', '开始', '结束', '以谁的名义', '状态', '报名时间', '签到', '签退'],
    hours: ['行动编号', '行动', '社区', '组织单位', '地点', '开始', '分钟'],
  },
  en: {
    wishes: [
      'id',
      'area',
      'wish',
      'story',
      'kind',
      'category',
      'status',
      'for',
      'place',
      'contact',
      'phone',
      'address',
      'posted',
    ],
    claims: ['id', 'wish id', 'wish', 'area', 'in the name of', 'state', 'due', 'claimed', 'your note'],
    actions: [
      'id',
      'action',
      'area',
      'place',
      'begins',
      'ends',
      'in the name of',
      'state',
      'signed up',
      'checked in',
      'checked out',
    ],
    hours: ['action id', 'action', 'area', 'held by', 'place', 'began', 'minutes'],
  },
};
