import { type Scenario, analysis, group } from "./scenario";

const passed = [group(2, analysis("QUALITY", "SUCCESS", 4.1), analysis("BIOMETRY", "SUCCESS", 3.6))];
const live = [group(2, analysis("QUALITY", "SUCCESS", 4.1))];

/** Folders with all kinds of media and metadata (oz-api.md 7, 18). */
export const CONTENTS = {
  hostile: {
    name: "hostile metadata",
    description: "Metadata that looks like Markdown, HTML, an icon or a command.",
    groups: passed,
    metaData: "hostile",
  },
  names: {
    name: "names in many scripts",
    description: "Names with characters beyond ASCII.",
    groups: passed,
    metaData: "names",
    weight: 60,
  },
  deep: {
    name: "deep metadata",
    description: "Metadata of every JSON type, nine levels deep.",
    groups: passed,
    metaData: "deep",
    weight: 3,
  },
  noMetaData: {
    name: "no metadata",
    description: "The integration sent no metadata.",
    groups: passed,
    metaData: "none",
    weight: 30,
  },
  emptyMetaData: {
    name: "empty metadata",
    description: "Metadata without members.",
    groups: live,
    metaData: "empty",
    weight: 3,
  },
  shots: {
    name: "shot set",
    description: "Single frames instead of a video.",
    groups: live,
    media: "shots",
    weight: 10,
  },
  images: {
    name: "photos only",
    description: "Both sides of a document and a selfie, no video.",
    groups: [group(2, analysis("BIOMETRY", "SUCCESS", 3), analysis("DOCUMENTS", "SUCCESS", 6))],
    media: "photos",
    weight: 20,
  },
  noMedia: {
    name: "no media",
    description: "A folder without media and analyses.",
    groups: [],
    media: "none",
  },
  noMediaAnalysed: {
    name: "success with no media",
    description: "A result without media, as servers older than 5.0 could give.",
    groups: live,
    media: "none",
  },
  cleared: {
    name: "cleared",
    description: "The media were deleted for privacy; the result remains.",
    groups: passed,
    media: "cleared",
    members: { is_cleared: true },
    weight: 8,
  },
  nulls: {
    name: "null wherever possible",
    description: "Every list and object that may be missing is null.",
    groups: live,
    media: "null",
    metaData: "none",
    members: { technical_meta_data: null, resolution_comment: null, company_id: null },
  },
  decided: {
    name: "decided by an operator",
    description: "An analysis required an operator, who has decided.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "OPERATOR_REQUIRED", 4.5))],
    members: { operator_status: "SUCCESS", operator_comment: "Same person, new haircut" },
    weight: 10,
  },
} satisfies Record<string, Scenario>;
