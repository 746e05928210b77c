import * as l10n from "@vscode/l10n";
import {
  CancellationError,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  MarkdownString,
  type CancellationToken,
  type Disposable,
  type PreparedToolInvocation,
} from "vscode";
import { MAX_TOOL_QUESTIONS } from "../base/limits";
import { UserError } from "../commands/command";
import { inLog, sentenceOf } from "../commands/errorWords";
import { TOOL_IDS, type ToolName } from "../ids";
import { OzError } from "../oz/http/ozError";
import { escapeSentence } from "../views/text/markdown";
import { agentGets } from "./agentGets";
import type { Facts, ToolCall, ToolServices } from "./tool";
import { answerText } from "./toolAnswer";

/**
 * Registers every tool in one wrapper, which asks before it runs, logs its name but not its input, and answers. An error is
 * an answer, too: VS Code would log the input of a call that throws, which may be metadata.
 */
export function registerTools(services: ToolServices): Disposable[] {
  const { log, folders } = services;
  /** The connection that each question named, by `keyOf`: its signal is aborted once another one is shown. */
  const asked = new Map<string, AbortSignal>();
  const call = async (name: ToolName, input: unknown): Promise<ToolCall> =>
    (await import("./tools")).TOOLS[name](services, input);
  const run = async (name: ToolName, input: unknown, token: CancellationToken): Promise<Facts> => {
    log.info(`Tool ${name}`);
    const { signal, dispose } = signalOf(token);
    try {
      asked.get(keyOf(name, input))?.throwIfAborted();
      return await (await call(name, input)).run(signal);
    } catch (error) {
      if (signal.aborted) throw new CancellationError();
      log.error(`${name}: ${inLog(error)}`);
      return { error: errorFacts(error) };
    } finally {
      dispose();
    }
  };
  return (Object.keys(TOOL_IDS) as ToolName[]).map((name) =>
    lm.registerTool<unknown>(TOOL_IDS[name], {
      prepareInvocation: async ({ input }) => {
        remember(asked, keyOf(name, input), folders.reader.shown);
        return prepared(() => call(name, input));
      },
      invoke: async ({ input }, token) =>
        new LanguageModelToolResult([new LanguageModelTextPart(answerText(await run(name, input, token)))]),
    }),
  );
}

/** VS Code passes nothing else by which a question and its call belong together. */
function keyOf(name: ToolName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}

/** Keeps the latest questions only: one that the user denies is never called. */
function remember(asked: Map<string, AbortSignal>, key: string, shown: AbortSignal): void {
  asked.delete(key);
  asked.set(key, shown);
  const [oldest] = asked.keys();
  if (asked.size > MAX_TOOL_QUESTIONS && oldest !== undefined) asked.delete(oldest);
}

/** @returns the question before a call; undefined for one that cannot run, which sends nothing and says why */
async function prepared(call: () => Promise<ToolCall>): Promise<PreparedToolInvocation | undefined> {
  try {
    const { title, sends, progress } = await call();
    const message = new MarkdownString(escapeSentence(`${sends} ${agentGets()}`));
    return { invocationMessage: progress, confirmationMessages: { title, message } };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function signalOf(token: CancellationToken): { readonly signal: AbortSignal; readonly dispose: () => void } {
  const abort = new AbortController();
  const cancel = (): void => abort.abort(new OzError("cancelled", "The user has cancelled.", { origin: "" }));
  const listener = token.onCancellationRequested(cancel);
  if (token.isCancellationRequested) cancel();
  return { signal: abort.signal, dispose: () => void listener.dispose() };
}

/** @returns why a call has failed, for a model */
function errorFacts(error: unknown): Facts {
  if (error instanceof OzError && error.reason === "cancelled")
    return {
      reason: error.reason,
      message: l10n.t("Signed out or switched to another connection meanwhile."),
    };
  return {
    reason: error instanceof OzError ? error.reason : undefined,
    message: sentenceOf(error) ?? l10n.t("Something went wrong. See the log."),
  };
}
