import { member, textMember } from "../status/members";
import type { Memory } from "./memory";
import type { WatchMemory } from "./watch";

const KEY = "ozInspector.watch";

/** Remembers the watch across restarts. */
export function watchMemory(memory: Memory): WatchMemory {
  return {
    read() {
      const saved = memory.get(KEY);
      const id = textMember(saved, "id");
      return id === undefined ? undefined : { id, ended: member(saved, "ended") === true };
    },
    write: (watch) => void memory.update(KEY, watch),
  };
}
