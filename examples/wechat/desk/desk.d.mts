export interface Desk {
  url: string;
  asked: string[];
  stop(): Promise<unknown>;
}
export function startDesk(options: {
  behind: string;
  member: string;
  policy?: string | undefined;
  isReal?: boolean;
  port?: number;
}): Promise<Desk>;
