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
const KINDS: readonly (readonly [string, Kind])[] = [
  ["VIDEO", { label: "Video", icon: "device-camera-video" }],
  ["IMAGE", { label: "Image", icon: "file-media" }],
  ["SHOTS", { label: "Shots", icon: "layers" }],
];

/** @returns how the kind is shown; an unknown one in the server's words */
export function mediumKind({ type = "" }: Medium): Kind {
  const known = KINDS.find(([prefix]) => type.startsWith(prefix));
  return known?.[1] ?? { label: plainText(type, MAX_QUOTED_NAME) || "File", icon: "file" };
}

/** @returns the original file name, else its kind */
export function mediumLabel(medium: Medium): string {
  return plainText(medium.name ?? "") || mediumKind(medium).label;
}

/** @returns the types of the analyses that used the file, each once */
function usesInWords({ uses }: Medium): string {
  const types = [...new Set(uses.map(({ type }) => plainText(analysisTypeLabel(type))))];
  return types.length === 0 ? "not used by any analysis" : `used by ${types.join(", ")}`;
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
  if (length >= MAX_MEDIA) {
    const read = length.toLocaleString("en");
    return sent > length ? `${read} of ${sent.toLocaleString("en")} files` : `${read} files or more`;
  }
  return length === 1 ? "1 file" : `${length} files`;
}
