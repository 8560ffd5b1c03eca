import { createLog } from './log.ts';

/** One of `five-micro …`. */
export interface Command {
  /** What `--help` says besides its summary. */
  help: string;
  /** @returns the exit code. */
  run(argv: string[]): Promise<number>;
}

/** What a program may read, one thing a line. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Log lines go to the error stream: what a command says stays apart from them. */
export const stderrLog = createLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);
