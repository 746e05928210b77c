import * as l10n from "@vscode/l10n";
import type { Log } from "../../base/log/log";
import { OzError } from "../../oz/http/ozError";

/**
 * Views show only an `OzError`; with any other error, the list would become outdated without saying why.
 * @returns the error to show instead, which is logged where it was thrown
 */
export function processingError(error: unknown, log: Pick<Log, "error"> | undefined): OzError {
  const { name, place } = describe(error);
  log?.error(`A reply could not be processed: ${name} ${place}`.trim());
  const message = l10n.t(
    "Oz Inspector could not process the reply ({0}). Please report this with the log.",
    name,
  );
  return new OzError("unreadable", message, { origin: "" });
}

/** Omits the message, which may quote the reply. */
function describe(error: unknown): { name: string; place: string } {
  if (!(error instanceof Error)) return { name: typeof error, place: "" };
  const place = /^ +at .*$/m.exec(error.stack ?? "")?.[0].trim() ?? "";
  return { name: error.name, place };
}
