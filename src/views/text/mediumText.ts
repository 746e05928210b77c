import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../../base/language";
import { MAX_MEDIA, MAX_QUOTED_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { Medium } from "../../oz/model/media";
import { analysisTypeLabel } from "../../status/analysisType";
import type { RowIcon } from "../tree/treeNode";
import { scoreInWords } from "./scoreText";

/** How a kind of media is shown. Its icon differs from those of all statuses. */
interface Kind {
  readonly label: string;
  readonly icon: RowIcon;
}

/** By the prefix of `media_type`, which ends in _FOLDER. */
const kinds = (): readonly (readonly [string, Kind])[] => [
  ["VIDEO", { label: l10n.t("Video"), icon: "device-camera-video" }],
  ["IMAGE", { label: l10n.t("Image"), icon: "file-media" }],
  ["SHOTS", { label: l10n.t("Shots"), icon: "layers" }],
];

/** @returns how the kind is shown; an unknown one in the server's words */
export function mediumKind({ type = "" }: Medium): Kind {
  const known = kinds().find(([prefix]) => type.startsWith(prefix));
  return known?.[1] ?? { label: plainText(type, MAX_QUOTED_NAME) || l10n.t("File"), icon: "file" };
}

/** @returns the original file name, else its kind */
export function mediumLabel(medium: Medium): string {
  return plainText(medium.name ?? "") || mediumKind(medium).label;
}

/** @returns the types of the analyses that used the file, each once */
function usesInWords({ uses }: Medium): string {
  const types = [...new Set(uses.map(({ type }) => plainText(analysisTypeLabel(type))))];
  return types.length === 0 ? l10n.t("not used by any analysis") : l10n.t("used by {0}", types.join(", "));
}

/** @returns the latest score, the analyses that used it, its tags, and last its kind, because the icon shows it too */
export function mediumInWords(medium: Medium): string {
  const score = medium.uses.findLast(({ score: given }) => given)?.score;
  return [
    ...(score ? [scoreInWords(score)] : []),
    usesInWords(medium),
    plainText(medium.tags.join(", ")),
    mediumKind(medium).label,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/**
 * @param sent how many the reply lists as the folder's own
 * @returns "3 files"; "1,000 of 2,000 files" if no more are read, and "1,000 files or more" if it is not known how many
 */
export function mediaCount({ length }: readonly Medium[], sent: number): string {
  if (length < MAX_MEDIA) return counted(l10n.t("{0} file|{0} files"), length);
  return sent > length
    ? counted(l10n.t("{1} of {0} file|{1} of {0} files"), sent, inDigits(length))
    : counted(l10n.t("{0} file or more|{0} files or more"), length);
}
