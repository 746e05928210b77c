import type { Memory } from "../folders/memory";
import { member, textMember } from "../status/members";

/** Which server the user is connected to, as it survives a restart. It holds no secret. */
export type SavedConnection =
  | {
      readonly kind: "server";
      /** As `parseAddress` gives it. */
      readonly baseUrl: string;
      /** Whose session it is, in words: an e-mail address, or "access token". */
      readonly account: string;
    }
  | {
      readonly kind: "sandbox";
      /** Of a sandbox that runs elsewhere on this machine; undefined for one of our own. */
      readonly baseUrl: string | undefined;
      /** Epoch milliseconds at which our own sandbox began: with it the same folders come back. */
      readonly epoch: number;
    };

const KEY = "ozInspector.connection";

/** @returns the connection; undefined when none is saved, or what is saved cannot be read */
export function readSavedConnection(memory: Memory): SavedConnection | undefined {
  const saved = memory.get(KEY);
  const baseUrl = textMember(saved, "baseUrl");
  const account = textMember(saved, "account");
  const epoch = member(saved, "epoch");
  switch (member(saved, "kind")) {
    case "server":
      return baseUrl !== undefined && account !== undefined
        ? { kind: "server", baseUrl, account }
        : undefined;
    case "sandbox":
      return typeof epoch === "number" ? { kind: "sandbox", baseUrl, epoch } : undefined;
    default:
      return undefined;
  }
}

export async function saveConnection(memory: Memory, connection: SavedConnection | undefined): Promise<void> {
  await memory.update(KEY, connection);
}
