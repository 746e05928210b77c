import type { Scrubber } from "../base/log/scrubber";
import type { Services } from "../commands/command";

/** What tools work with: not the list and its selection, which are the user's. */
export interface ToolServices extends Pick<Services, "connections" | "folders" | "documents" | "log"> {
  /** Knows the secrets that no answer may have. */
  readonly scrubber: Scrubber;
}

/** What a tool tells: plain JSON, of which undefined members are left out. */
export type Facts = Readonly<Record<string, unknown>>;

/** A call of a tool, ready to run. */
export interface ToolCall {
  /** The question before it runs: "Look up 7e7e7e7e in Sandbox?" */
  readonly title: string;
  /** What is sent, in a sentence. */
  readonly sends: string;
  /** While it runs: "Looking up 7e7e7e7e in Sandbox" */
  readonly progress: string;
  /**
   * @param cancel ends it at once; its reason is an `OzError`
   * @throws OzError
   * @throws UserError
   */
  run(cancel: AbortSignal): Promise<Facts>;
}

/**
 * A tool that language models call. It reads only: it signs in nowhere, and leaves the connection, the filter, the watches
 * and the selection as they are.
 * @param input from a model: it can be anything
 * @throws UserError for input that it cannot use, or if signed out, in a sentence for the model
 */
export type Tool = (services: ToolServices, input: unknown) => ToolCall;
