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
  type ShowComment,
  type StartProject,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type FiveMicroCore, transportKey } from './core.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 微实事. What the caller may do with a project, or with a comment on it, stands in its `can`. */
export interface Projects {
  /** An area's projects with those of all areas below it, the newest first. */
  list(query?: ProjectQuery & PageQuery & Placed, options?: Options): List<Project>;
  get(id: string, options?: Options): Promise<Project>;
  timeline(id: string, query?: PageQuery, options?: Options): List<ProjectStep>;
  /** A proposal; a worker looks at it before others see it. */
  post(body: NewProject, at?: Placed, options?: Options): Promise<Project>;
  edit(id: string, body: ProjectEdit, options?: Options): Promise<Project>;
  withdraw(id: string, options?: Options): Promise<Project>;
  /** Takes a proposal onto the list from which rounds choose. */
  enlist(id: string, body?: ListProject, options?: Options): Promise<Project>;
  decline(id: string, body: DeclineProject, options?: Options): Promise<Project>;
  merge(id: string, body: MergeProject, options?: Options): Promise<Project>;
  start(id: string, body: StartProject, options?: Options): Promise<Project>;
  /** Reports a milestone, or plans one. */
  milestones(id: string, body: NewMilestone, options?: Options): Promise<Project>;
  /** @throws `project.corrections-open` */
  done(id: string, body: DoneProject, options?: Options): Promise<Project>;
  rate(id: string, body: RateProject, options?: Options): Promise<Project>;
  comments(id: string, query?: PageQuery, options?: Options): List<Comment>;
  comment(id: string, body: NewComment, options?: Options): Promise<Comment>;
  /** Asks for something to be put right (整改): a worker's word, or the support of enough neighbours. */
  correct(id: string, body: NewCorrection, options?: Options): Promise<Comment>;
  answer(id: string, body: AnswerCorrection, options?: Options): Promise<Comment>;
  accept(id: string, body: AcceptCorrection, options?: Options): Promise<Comment>;
  overrule(id: string, body: OverruleCorrection, options?: Options): Promise<Comment>;
  report(id: string, body: ReportComment, options?: Options): Promise<Comment>;
  hide(id: string, body: HideComment, options?: Options): Promise<Comment>;
  show(id: string, body: ShowComment, options?: Options): Promise<Comment>;
  /** Comments that wait for a worker of the subtree, the oldest first. */
  queue(query?: CommentQueueQuery & PageQuery & Placed, options?: Options): List<CommentCase>;
}

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
    queue: ({ area = home, ...query } = {}, options) => list(table.queue, { path: { area }, query, options }),
  };
};

const hasProjects = (client: object): client is { projects: Projects } => 'projects' in client;

/** This feature over a client's session and requests, for whoever does not want to carry the whole client. */
export const projectsIn = (client: FiveMicroCore): Projects =>
  hasProjects(client) ? client.projects : projectsOf(client[transportKey], client.area);
