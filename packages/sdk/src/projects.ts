import {
  type AcceptCorrection,
  type AnswerCorrection,
  type Comment,
  type CommentCase,
  type CommentQueueQuery,
  type DeclineProject,
  type DoneProject,
  type Endpoint,
  type HideComment,
  type HideProjectPart,
  type ListProject,
  type MergeProject,
  type NewComment,
  type NewCorrection,
  type NewMilestone,
  type NewProject,
  type OverruleCorrection,
  type PageQuery,
  type Project,
  type ProjectEdit,
  type ProjectQuery,
  type ProjectStep,
  projects as table,
  type RateProject,
  type ReportComment,
  type ReportProjectPart,
  type ShowComment,
  type ShowProjectPart,
  type StartProject,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 微实事. What the caller may do with a project, or with a comment on it, stands in its `can`. */
export interface Projects {
  /**
   * An area's projects with those of all areas below it, the newest first.
   * @example
   * const { items } = await client.projects.list({ status: 'listed' });
   */
  list(query?: ProjectQuery & PageQuery & Placed, options?: Options): List<Project>;
  /**
   * One project, with its milestones.
   * @example
   * const { title, milestones } = await client.projects.get(id);
   */
  get(id: string, options?: Options): Promise<Project>;
  /**
   * What became of it, the oldest first.
   * @example
   * for await (const step of client.projects.timeline(id)) console.log(step.at, step.type);
   */
  timeline(id: string, query?: PageQuery, options?: Options): List<ProjectStep>;
  /**
   * A proposal; a worker looks at it before others see it.
   * @example
   * await client.projects.post({ title: '楼门口的坡道', story: '推轮椅上不去。', place: '5 幢', cost: 1_200_000 });
   */
  post(body: NewProject, at?: Placed, options?: Options): Promise<Project>;
  /**
   * By whoever proposed it, before it is listed.
   * @example
   * await client.projects.edit(id, { cost: 1_500_000 });
   */
  edit(id: string, body: ProjectEdit, options?: Options): Promise<Project>;
  /**
   * By whoever proposed it.
   * @example
   * await client.projects.withdraw(id);
   */
  withdraw(id: string, options?: Options): Promise<Project>;
  /**
   * Takes a proposal onto the list from which rounds choose.
   * @example
   * await client.projects.enlist(id, { cost: 1_350_000 });
   */
  enlist(id: string, body?: ListProject, options?: Options): Promise<Project>;
  /**
   * By a worker, with a reason.
   * @example
   * await client.projects.decline(id, { reason: '物业已经在做了。' });
   */
  decline(id: string, body: DeclineProject, options?: Options): Promise<Project>;
  /**
   * By a worker: it is the same as another.
   * @example
   * await client.projects.merge(id, { into: other });
   */
  merge(id: string, body: MergeProject, options?: Options): Promise<Project>;
  /**
   * Somebody builds it now, with so much money (in fen), until a day.
   * @example
   * await client.projects.start(id, { owner: '怡康物业', budget: 1_350_000, dueOn: '2027-03-01' });
   */
  start(id: string, body: StartProject, options?: Options): Promise<Project>;
  /**
   * Reports a milestone, or plans one.
   * @example
   * await client.projects.milestones(id, { title: '打好了地基', on: '2026-12-10', percent: 40, reached: true });
   */
  milestones(id: string, body: NewMilestone, options?: Options): Promise<Project>;
  /**
   * @throws `project.corrections-open`
   * @example
   * await client.projects.done(id, { note: '验收通过。' });
   */
  done(id: string, body: DoneProject, options?: Options): Promise<Project>;
  /**
   * By residents, once it is done: 1 to 5.
   * @example
   * await client.projects.rate(id, { rating: 5 });
   */
  rate(id: string, body: RateProject, options?: Options): Promise<Project>;
  /**
   * What neighbours say of it.
   * @example
   * const { items } = await client.projects.comments(id);
   */
  comments(id: string, query?: PageQuery, options?: Options): List<Comment>;
  /**
   * Says something; with a number in it, it waits for a worker.
   * @example
   * await client.projects.comment(id, { words: '扶手能装两边吗？' });
   */
  comment(id: string, body: NewComment, options?: Options): Promise<Comment>;
  /**
   * Asks for something to be put right (整改): a worker's word, or the support of enough neighbours.
   * @example
   * await client.projects.correct(id, { comment, owner: '怡康物业', dueOn: '2026-12-20' });
   */
  correct(id: string, body: NewCorrection, options?: Options): Promise<Comment>;
  /**
   * By whoever builds it: what was put right.
   * @example
   * await client.projects.answer(id, { comment, words: '两边都装了。' });
   */
  answer(id: string, body: AnswerCorrection, options?: Options): Promise<Comment>;
  /**
   * By whoever asked; `accepted: false` is “not yet”.
   * @example
   * await client.projects.accept(id, { comment, accepted: true });
   */
  accept(id: string, body: AcceptCorrection, options?: Options): Promise<Comment>;
  /**
   * By a worker who neither asked nor answered, with a reason that everyone reads.
   * @example
   * await client.projects.overrule(id, { comment, reason: '那是下一期的事。' });
   */
  overrule(id: string, body: OverruleCorrection, options?: Options): Promise<Comment>;
  /**
   * Tells the workers about a comment that should not stand there.
   * @example
   * await client.projects.report(id, { comment, reason: 'private' });
   */
  report(id: string, body: ReportComment, options?: Options): Promise<Comment>;
  /**
   * By a worker, with a reason for whoever wrote it.
   * @example
   * await client.projects.hide(id, { comment, reason: '写了别人的电话。' });
   */
  hide(id: string, body: HideComment, options?: Options): Promise<Comment>;
  /**
   * By a worker, in another wording where there is one.
   * @example
   * await client.projects.show(id, { comment });
   */
  show(id: string, body: ShowComment, options?: Options): Promise<Comment>;
  /**
   * Tells the workers about a text or a picture of a listed project: its title, its story, a step with its words, a photo.
   * @example
   * await client.projects.reportPart(id, { part: 'story', reason: 'private' });
   */
  reportPart(id: string, body: ReportProjectPart, options?: Options): Promise<Project>;
  /**
   * By a worker, with a reason for whoever wrote it: it is gone from lists, rounds and records.
   * @example
   * await client.projects.hidePart(id, { part: 'story', reason: '写了别人的电话。' });
   */
  hidePart(id: string, body: HideProjectPart, options?: Options): Promise<Project>;
  /**
   * By a worker, in another wording where there is one.
   * @example
   * await client.projects.showPart(id, { part: 'story', wording: '请打 138****8000 找我。' });
   */
  showPart(id: string, body: ShowProjectPart, options?: Options): Promise<Project>;
  /**
   * Comments that wait for a worker of the subtree, the oldest first.
   * @example
   * const { items } = await client.projects.queue({ state: 'waiting' });
   */
  queue(query?: CommentQueueQuery & PageQuery & Placed, options?: Options): List<CommentCase>;
}

/** @internal */
export const projectsOf = ({ call, list }: Transport, home: string | undefined): Projects => {
  const post =
    <Body, Answer>(endpoint: Endpoint<undefined, Body, Answer>) =>
    (id: string, body: Body, options?: Options) =>
      call(endpoint, { path: { id }, body, options });
  return {
    list: ({ area = home, ...query } = {}, options) => list(table.list, { path: { area }, query, options }),
    get: (id, options) => call(table.get, { path: { id }, options }),
    timeline: (id, query, options) => list(table.timeline, { path: { id }, query, options }),
    post: (body, { area = home } = {}, options) => call(table.post, { path: { area }, body, options }),
    edit: post(table.edit),
    withdraw: (id, options) => call(table.withdraw, { path: { id }, options }),
    enlist: (id, body, options) => call(table.enlist, { path: { id }, body, options }),
    decline: post(table.decline),
    merge: post(table.merge),
    start: post(table.start),
    milestones: post(table.milestones),
    done: post(table.done),
    rate: post(table.rate),
    comments: (id, query, options) => list(table.comments, { path: { id }, query, options }),
    comment: post(table.comment),
    correct: post(table.correct),
    answer: post(table.answer),
    accept: post(table.accept),
    overrule: post(table.overrule),
    report: post(table.report),
    hide: post(table.hide),
    show: post(table.show),
    reportPart: post(table.reportPart),
    hidePart: post(table.hidePart),
    showPart: post(table.showPart),
    queue: ({ area = home, ...query } = {}, options) => list(table.queue, { path: { area }, query, options }),
  };
};

const hasProjects = (client: object): client is { projects: Projects } => 'projects' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const projectsIn = (client: Connection): Projects =>
  hasProjects(client) ? client.projects : projectsOf(client[transportKey], client.area);
