/** Where the parts of the extension write what they do: one line a fact, never a body, never a secret. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}
