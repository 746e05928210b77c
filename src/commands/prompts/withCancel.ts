import { ProgressLocation, window } from "vscode";
import { OzError } from "../../oz/http/ozError";

/**
 * Shows a notification with a button to cancel until the work ends.
 * @param work ends early when the signal is aborted, with its reason; it may report in words how far it has come
 * @throws OzError "cancelled", which nobody is told, if the user cancels
 */
export async function withCancel<T>(
  title: string,
  work: (cancel: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const location = ProgressLocation.Notification;
  return window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() =>
      abort.abort(new OzError("cancelled", "The user has cancelled.", { origin: "" })),
    );
    try {
      return await work(abort.signal, (message) => progress.report({ message }));
    } finally {
      subscription.dispose();
    }
  });
}
