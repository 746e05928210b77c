import type { Medium } from "../oz/model/media";

/** What a command is meant for: a folder, or a part of one. */
export type Target =
  | { readonly kind: "folder" | "group"; readonly folderId: string }
  | {
      readonly kind: "analysis";
      readonly folderId: string;
      /** As the server writes it; undefined if it gave none. */
      readonly analysisId: string | undefined;
    }
  | { readonly kind: "file"; readonly folderId: string; readonly medium: Medium };
