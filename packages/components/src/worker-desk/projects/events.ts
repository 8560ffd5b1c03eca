import type { Project } from '@five-micro/sdk';

/** A project has changed by a worker's act. Stays inside the panel. */
export class DeskProjectEvent extends Event {
  constructor(
    readonly project: Project,
    /** What became of it. */
    readonly words: string,
  ) {
    super('fm-desk-project');
  }
}

/** Something was done about a comment: how it stands with the project has to be asked anew. Stays inside the case. */
export class ProjectSaidEvent extends Event {
  constructor(readonly words: string) {
    super('fm-project-said-done');
  }
}

/** This one is the same matter as that. Stays inside the case. */
export class ProjectMergeEvent extends Event {
  constructor(readonly into: Project) {
    super('fm-project-merge');
  }
}

/** A comment was decided on. Stays inside the panel. */
export class CommentDecidedEvent extends Event {
  constructor(
    readonly id: string,
    readonly words: string,
  ) {
    super('fm-comment-decided');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-desk-project': DeskProjectEvent;
    'fm-project-said-done': ProjectSaidEvent;
    'fm-project-merge': ProjectMergeEvent;
    'fm-comment-decided': CommentDecidedEvent;
  }
}
