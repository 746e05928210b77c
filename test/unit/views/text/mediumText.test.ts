import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_MEDIA } from "../../../../src/base/limits";
import { readMedia, type Medium } from "../../../../src/oz/model/media";
import { mediaCount, mediumInWords, mediumKind, mediumLabel } from "../../../../src/views/text/mediumText";

const used = (type: string, value?: number): Medium["uses"][number] => ({
  type,
  at: undefined,
  score:
    value === undefined
      ? undefined
      : { name: "confidence_spoofing", value, threshold: 0.5, lowerThreshold: undefined, mediaIds: ["m"] },
});

describe("the text of a file", () => {
  const [plain] = readMedia({ media: [{}] });
  const medium = (more: Partial<Medium>): Medium => ({ ...plain!, ...more });

  it("has the score and its threshold, the analyses that used it, its tags and kind", () => {
    const film = { type: "VIDEO_FOLDER", tags: ["video_selfie", "x"] };
    const uses = [used("QUALITY", 0.9), used("QUALITY", 0.1234), used("BIOMETRY")];
    assert.equal(
      mediumInWords(medium({ ...film, uses })),
      "spoofing 0.123, threshold 0.5 · used by Liveness, Face match · video_selfie, x · Video",
    );
    assert.equal(mediumInWords(medium({ type: "IMAGE_FOLDER" })), "not used by any analysis · Image");
    assert.equal(mediumInWords(medium({ type: "SOUND" })), "not used by any analysis · SOUND");
  });

  it("is labelled with its name, else with its kind", () => {
    assert.equal(mediumLabel(medium({ name: "selfie.jpg", type: "IMAGE_FOLDER" })), "selfie.jpg");
    assert.equal(mediumLabel(medium({ name: " \u202e", type: "SHOTS_SET_FOLDER" })), "Shots");
    assert.equal(mediumLabel(medium({})), "File");
  });

  it("counts files, and says of how many if not all are read", () => {
    const many = Array<Medium>(MAX_MEDIA).fill(medium({}));
    for (const [media, sent, words] of [
      [[medium({})], 1, "1 file"],
      [[medium({})], 0, "1 file"],
      [[], 0, "0 files"],
      [many.slice(1), 2000, "999 files"],
      [many, 2000, "1,000 of 2,000 files"],
      [many, 1000, "1,000 files or more"],
      [many, 3, "1,000 files or more"],
    ] as const)
      assert.equal(mediaCount(media, sent), words);
  });

  it("is plain text in one line, whatever the server sends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const hostile = medium({ name: text, type: text, tags: [text], uses: [used(text)] });
        for (const line of [mediumLabel(hostile), mediumInWords(hostile), mediumKind(hostile).label]) {
          assert.doesNotMatch(line, /[\n\r\p{Cc}\u202a-\u202e\u2066-\u2069]|\$\(|\]\(/u);
          assert.ok(line.length < 2000);
        }
      }),
    );
  });
});
