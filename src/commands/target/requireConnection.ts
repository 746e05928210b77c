import type { Services } from "../services";
import { UserError } from "../userError";

/** @throws UserError while there is no server to ask, or nobody is signed in to it */
export function requireConnection({ connections }: Services): void {
  const { current } = connections;
  if (!current) throw new UserError("Sign in to a server or open the sandbox first.");
  if (!current.signedIn) throw new UserError(`Sign in to ${current.saved.name} first.`);
}
