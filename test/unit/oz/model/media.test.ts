import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_USES } from "../../../../src/base/limits";
import { readMedia } from "../../../../src/oz/model/media";
import { startSandbox } from "../../../../src/sandbox/start";
import { sandboxClient } from "../../../sandboxClient";

const film = {
  media_id: "m1",
  media_type: "VIDEO_FOLDER",
  original_name: "video.mp4",
  tags: ["video_selfie", "orientation_portrait"],
  original_url: "http://oz-api-nginx:8880/static/original.mp4",
  video_url: "http://oz-api-nginx:8880/static/video.mp4",
  time_created: 1740826800,
  time_updated: 1740826801.5,
};
const image = {
  media_id: "m2",
  media_type: "IMAGE_FOLDER",
  original_url: "https://h/i.jpg",
  video_url: "https://h/v",
};
const shots = { media_id: "m3", shots_set_id: "s3", media_type: "SHOTS_SET_FOLDER" };
const liveness = {
  type: "QUALITY",
  confs: { threshold_spoofing: 0.5 },
  source_media: [film, "m3"],
  results_media: [
    { source_video_id: "m1", results_data: { confidence_spoofing: 0.12 } },
    { source_shots_set_id: "s3", results_data: { confidence_spoofing: 0.9 } },
    { source_video_id: "elsewhere", results_data: { confidence_spoofing: 1 } },
  ],
};
const match = { type: "biometry", source_media: ["m1", image], results_data: { min_confidence: 0.41 } };

describe("readMedia", () => {
  it("takes linear time for many media and analyses", () => {
    const lookUps = (count: number): number => {
      const ids = Array.from({ length: count }, (_, index) => `m${index}`);
      const media = ids.map((id) => ({ media_id: id }));
      const analyses = ids.map((id) => ({ source_media: [id], results_media: [{ media_id: id }] }));
      const has = Object.getOwnPropertyDescriptor(Set.prototype, "has")!;
      let all = 0;
      const counting = function (this: Set<unknown>, value: unknown): unknown {
        all += 1;
        return Reflect.apply(has.value as () => unknown, this, [value] as never);
      };
      Object.defineProperty(Set.prototype, "has", { ...has, value: counting });
      try {
        assert.ok(readMedia({ media, analyses }).every(({ uses }) => uses.length === 1));
      } finally {
        Object.defineProperty(Set.prototype, "has", has);
      }
      return all;
    };
    assert.equal(lookUps(800), 8 * lookUps(100));
  });

  it("reads no more media than the limit", () => {
    const media = Array.from({ length: 20_000 }, (_, index) => ({ media_id: `m${index}` }));
    const read = readMedia({ media, analyses: [{ source_media: ["m7", "m19999", "elsewhere"] }] });
    assert.equal(read.length, 1000);
    assert.equal(read[7]?.uses.length, 1);
  });

  it("caches the media of a folder", () => {
    const folder = { media: [film] };
    assert.equal(readMedia(folder), readMedia(folder));
    assert.notEqual(readMedia({ ...folder }), readMedia(folder));
  });

  it("keeps no more uses of a medium than the limit, the last ones, whichever of its ids they name", () => {
    const ids = { media_id: "m1", video_id: "v1" };
    const analyses = Array.from({ length: MAX_USES * 3 }, (_, index) => ({
      type: `T${index}`,
      time_created: index,
      source_media: [index % 3 === 0 ? "v1" : "m1", ...(index % 5 === 0 ? ["v1"] : [])],
    }));
    const [medium, unused] = readMedia({ media: [ids, film, { media_id: "m2" }], analyses });
    assert.deepEqual(
      medium?.uses.map(({ type }) => type),
      analyses.slice(-MAX_USES).map(({ type }) => type),
    );
    assert.deepEqual(unused?.uses, []);
    const [first] = readMedia({ media: [ids], analyses: analyses.slice(0, 1).concat(Array(5000)) });
    assert.equal(first?.uses.length, 1, "used by the first of very many is used");
  });

  it("reads a medium, and which analyses used it with which score", () => {
    const [first, second, third, ...rest] = readMedia({
      media: [film, image, shots],
      analyses: [liveness, match],
    });
    assert.deepEqual(rest, []);
    const { link, ...read } = first!;
    assert.deepEqual(read, {
      id: "m1",
      ids: ["m1"],
      name: "video.mp4",
      type: "VIDEO_FOLDER",
      tags: ["video_selfie", "orientation_portrait"],
      createdAt: 1740826800000,
      updatedAt: 1740826801500,
      uses: [
        { type: "BIOMETRY", at: undefined, score: undefined },
        {
          type: "QUALITY",
          at: undefined,
          score: {
            name: "confidence_spoofing",
            value: 0.12,
            threshold: 0.5,
            lowerThreshold: undefined,
            mediaIds: ["m1"],
          },
        },
      ],
    });
    assert.equal(link?.href, film.video_url);
    assert.equal(second?.link?.href, image.original_url);
    assert.deepEqual(second.uses, [{ type: "BIOMETRY", at: undefined, score: undefined }]);
    assert.equal(third?.link, undefined);
    assert.equal(third?.uses[0]?.score?.value, 0.9);
    assert.deepEqual(third.ids, ["m3", "s3"]);
  });

  it("lists uses by the time of the analysis, whatever the order of the reply", () => {
    const at = (type: string, time_created: number | null): object => ({
      type,
      time_created,
      source_media: ["m1"],
    });
    const analyses = [at("DOCUMENTS", 30), at("QUALITY", 20), at("BIOMETRY", 30), at("COLLECTION", null)];
    for (const order of [analyses, analyses.toReversed()]) {
      const [medium] = readMedia({ media: [film], analyses: order });
      assert.deepEqual(
        medium?.uses.map(({ type, at: time }) => [type, time]),
        [
          ["COLLECTION", undefined],
          ["QUALITY", 20_000],
          ["BIOMETRY", 30_000],
          ["DOCUMENTS", 30_000],
        ],
      );
    }
  });

  it("gives a medium with several scores of one analysis the deciding one", () => {
    const results = [0.2, 0.8, 0.5].map((confidence_spoofing) => ({
      media_id: "m1",
      results_data: { confidence_spoofing },
    }));
    const [medium] = readMedia({ media: [film], analyses: [{ type: "QUALITY", results_media: results }] });
    assert.deepEqual(
      medium?.uses.map(({ score }) => score?.value),
      [0.8],
    );
  });

  it("gives each medium its own score, not that of the whole analysis", () => {
    const both = { ...liveness, results_data: { confidence_spoofing: 0.7 } };
    const [first] = readMedia({ media: [film], analyses: [both] });
    assert.equal(first?.uses[0]?.score?.value, 0.12);
    const [bare] = readMedia({ media: [film], analyses: [{ ...both, results_media: [{ media_id: "m1" }] }] });
    assert.deepEqual(bare?.uses, [{ type: "QUALITY", at: undefined, score: undefined }]);
  });

  it("reads each medium once, whether the folder, its analyses or both mention it", () => {
    const ids = (folder: object) => readMedia(folder).map(({ id }) => id);
    assert.deepEqual(ids({ media: null, analyses: [liveness, match] }), ["m1", "m3", "m2"]);
    assert.deepEqual(
      ids({ media: [film, film, {}, {}], analyses: [{ source_media: [{}, film, 7, null] }] }),
      ["m1", undefined, undefined, "7"],
    );
  });

  it("reads numbers as IDs", () => {
    const analysis = {
      type: "QUALITY",
      results_media: [{ source_video_id: 7, results_data: { confidence_spoofing: 0.3 } }],
    };
    const [medium] = readMedia({ media: [{ media_id: 7 }], analyses: [analysis] });
    assert.deepEqual([medium?.id, medium?.uses[0]?.score?.value], ["7", 0.3]);
  });

  it("takes another link if the best one must not be opened", () => {
    const hostile = { ...film, video_url: "javascript:alert(1)", original_url: "https://evil@host/" };
    assert.equal(readMedia({ media: [hostile] })[0]?.link, undefined);
    const preview = { ...hostile, preview_url: "https://host/p.mp4" };
    assert.equal(readMedia({ media: [preview] })[0]?.link?.href, "https://host/p.mp4");
    assert.equal(readMedia({ media: [{ ...film, video_url: null }] })[0]?.link?.href, film.original_url);
  });

  it("reads all media of the sandbox", async () => {
    const sandbox = await startSandbox({ folders: 200 });
    const { folders } = await sandboxClient(sandbox.address).listFolders({ offset: 0, limit: 200 });
    await sandbox.close();
    const media = folders.flatMap(({ json }) => readMedia(json));
    assert.ok(media.length > 200);
    assert.ok(
      media.some(({ link }) => link === undefined),
      "some have lost their links",
    );
    assert.ok(media.some(({ type, uses }) => type === "SHOTS_SET_FOLDER" && uses.some(({ score }) => score)));
    for (const { id, name, tags } of media) assert.ok(id && name && tags.length > 0);
  });

  it("never throws, whatever the reply is", () => {
    const ids = fc.constantFrom("m1", "m2", "__proto__", "", null, 7);
    const medium = fc.oneof(
      fc.record(
        {
          media_id: ids,
          video_id: ids,
          tags: fc.anything(),
          video_url: fc.anything(),
          media_type: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      ids,
      fc.anything(),
    );
    const some = fc.oneof(fc.array(medium), fc.anything());
    const analysis = fc.oneof(
      fc.record({
        type: fc.anything(),
        source_media: some,
        results_media: some,
        results_data: fc.anything(),
      }),
      fc.anything(),
    );
    const folder = fc.oneof(
      fc.record({ media: some, analyses: fc.oneof(fc.array(analysis), fc.anything()) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(folder, (json) => {
        const named = readMedia(json).flatMap(({ id }) => id ?? []);
        assert.equal(new Set(named).size, named.length, "no medium is there twice");
      }),
      { numRuns: 500 },
    );
  });
});
