import assert from "node:assert/strict";
import fc from "fast-check";
import { Scrubber } from "../../../../src/base/log/scrubber";
import { readErrorBody } from "../../../../src/oz/http/errorBody";
import { quoteServerText } from "../../../../src/oz/http/quoteServerText";
import { readRetryAfter } from "../../../../src/oz/http/retryAfter";
import { readFolder } from "../../../../src/oz/model/folder";
import { readPage } from "../../../../src/oz/model/page";
import { readTokens } from "../../../../src/oz/session/tokens";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("readFolder", () => {
  it("reads the members that are used and keeps the rest", () => {
    const json = {
      folder_id: id,
      time_created: 1740826800.25,
      time_updated: 1740826801.5,
      meta_data: { order: "A-1", deep: { a: [1, null] } },
      resolution_status: "FINISHED",
      system_resolution: "DECLINED",
      something_new: { kept: true },
    };
    const folder = readFolder(json);
    assert.equal(folder?.id, id);
    assert.equal(folder.createdAt, 1740826800250);
    assert.equal(folder.updatedAt, 1740826801500);
    assert.equal(folder.metaData, json.meta_data);
    assert.equal(folder.resolution.status, "FINISHED");
    assert.equal(folder.resolution.result, "DECLINED");
    assert.equal(folder.json, json);
  });

  it("needs nothing but the id", () => {
    const nothing = { createdAt: undefined, updatedAt: undefined, metaData: undefined };
    for (const rest of [
      {},
      { time_created: null, meta_data: null, analyses: null },
      { time_created: [], meta_data: "text" },
    ]) {
      const { createdAt, updatedAt, metaData } = readFolder({ folder_id: id, ...rest })!;
      assert.deepEqual({ createdAt, updatedAt, metaData }, nothing);
    }
  });

  it("reads the id in the form in which ids are compared", () => {
    assert.equal(readFolder({ folder_id: id.toUpperCase() })?.id, id);
  });

  it("is nothing without a usable id", () => {
    for (const json of [
      null,
      7,
      "folder",
      [],
      {},
      { folder_id: null },
      { folder_id: "" },
      { folder_id: ".." },
      { folder_id: 12 },
    ]) {
      assert.equal(readFolder(json), undefined);
    }
  });

  it("never throws, whatever the server sends", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "time_created",
            "time_updated",
            "meta_data",
            "analyses",
            "resolution_status",
            "system_resolution",
          ),
          fc.jsonValue(),
        ),
        (rest) => {
          assert.equal(readFolder({ folder_id: id, ...rest })?.id, id);
        },
      ),
    );
  });
});

describe("readPage", () => {
  const other = "9c0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f32";
  const items = [{ folder_id: id }, { folder_id: other }];

  it("reads an envelope, in either order of its members and with members that are null", () => {
    for (const [envelope, total] of [
      [{ offset: 0, limit: 100, total_count: 7, items }, 7],
      [{ total_count: 0, items }, 0],
      [{ total_count: null, offset: 0, limit: null, items }, undefined],
      [{ items, items_extended: null }, undefined],
      [{ items, total_count: "7" }, undefined],
      [{ items, total_count: -1 }, undefined],
      [{ items, total_count: 1.5 }, undefined],
    ] as const) {
      const page = readPage(envelope);
      assert.deepEqual(
        page?.folders.map((folder) => folder.id),
        [id, other],
      );
      assert.equal(page.totalCount, total);
      assert.equal(page.skipped, 0);
    }
  });

  it("reads a bare array", () => {
    const page = readPage(items);
    assert.equal(page?.folders.length, 2);
    assert.equal(page.totalCount, undefined);
  });

  it("skips what is no folder and counts it", () => {
    const page = readPage({ items: [null, { folder_id: id }, {}, "x", [items[0]]], total_count: 5 });
    assert.deepEqual(
      page?.folders.map((folder) => folder.id),
      [id],
    );
    assert.equal(page.skipped, 4);
  });

  it("reads an empty list", () => {
    assert.deepEqual(readPage({ items: [], total_count: 0 }), { folders: [], totalCount: 0, skipped: 0 });
  });

  it("is nothing for any other shape", () => {
    for (const json of [null, 3, "items", {}, { items: null }, { items: {} }, { folders: [] }]) {
      assert.equal(readPage(json), undefined);
    }
  });
});

describe("readTokens", () => {
  it("reads a log-in", () => {
    const json = { session_id: "s", access_token: "abc", expire_token: "def", expire_date: 1740826800.5 };
    assert.deepEqual(readTokens(json), { accessToken: "abc", expireToken: "def", expireDate: 1740826800500 });
  });

  it("needs nothing but the access token, and adds nothing", () => {
    assert.deepEqual(readTokens({ access_token: "abc", expire_token: null }), { accessToken: "abc" });
  });

  it("takes no token that a header could not carry", () => {
    for (const token of [undefined, null, "", 5, "a b", "a\r\nX-Other: 1", "ä"]) {
      assert.equal(readTokens({ access_token: token }), undefined);
    }
  });
});

describe("readErrorBody", () => {
  it("reads both names of the details", () => {
    for (const name of ["details", "error_details"]) {
      const text = JSON.stringify({ error_code: 4, error_message: "Invalid limit value", [name]: "limit" });
      assert.deepEqual(readErrorBody(text), { code: 4, message: "Invalid limit value", details: "limit" });
    }
  });

  it("tolerates what is missing", () => {
    assert.deepEqual(readErrorBody('{"error_code": 0}'), { code: 0, message: undefined, details: undefined });
    assert.equal(readErrorBody('{"error_code": "10", "error_message": null}')?.code, 10);
  });

  it("is nothing when no Oz API wrote it", () => {
    for (const text of [
      "",
      "<html>",
      "null",
      "[]",
      "{}",
      '"error_code"',
      '{"error_code": null}',
      '{"error_code": ""}',
      '{"error":',
    ]) {
      assert.equal(readErrorBody(text), undefined);
    }
  });
});

describe("quotable", () => {
  const scrubber = new Scrubber();
  const quoted = (text: string, limit: number): string => quoteServerText(text, limit, scrubber);

  it("leaves an ordinary text alone", () => {
    assert.equal(
      quoted("Could not locate field for key_path: expire_token", 160),
      "Could not locate field for key_path: expire_token",
    );
    assert.equal(quoted(`No folder ${id}`, 160), `No folder ${id}`);
  });

  it("drops what could deceive: line breaks, controls and changes of direction", () => {
    assert.equal(quoted("a\r\n\tb\u0007c\u202ed\u2066e\u200bf\u2028g", 160), "a b c d e f g");
  });

  it("makes no link of what VS Code would make one of", () => {
    assert.ok(!quoted("[Sign in](command:evil) [x]\u200b(https://evil.example)", 160).includes("]("));
  });

  it("cuts without tearing a character apart", () => {
    assert.equal(quoted("😀😀😀😀", 3), "😀😀…");
    assert.equal(quoted("😀😀😀", 3), "😀😀😀");
  });

  it("hides known secrets and what looks like one", () => {
    scrubber.add("hunter2");
    assert.equal(quoted("pass=hunter2, again hunter2", 160), "pass=…, again …");
    assert.equal(quoted(`token ${"5a4d0b0c".repeat(16)} expired`, 160), "token … expired");
  });
});

describe("readRetryAfter", () => {
  const now = Date.parse("2025-03-01T12:00:00Z");

  it("reads seconds and dates", () => {
    assert.equal(readRetryAfter("120", now), 120_000);
    assert.equal(readRetryAfter(" 0 ", now), 0);
    assert.equal(readRetryAfter("Sat, 01 Mar 2025 12:00:30 GMT", now), 30_000);
  });

  it("waits neither in the past nor for ever", () => {
    assert.equal(readRetryAfter("Sat, 01 Mar 2025 11:00:00 GMT", now), 0);
    assert.equal(readRetryAfter("99999999999999999999", now), 86_400_000);
    assert.equal(readRetryAfter("Fri, 01 Mar 2030 12:00:00 GMT", now), 86_400_000);
  });

  it("is nothing without a header or without sense in it", () => {
    for (const header of [undefined, "", "soon", "-5", "2.5", "1e3"]) {
      assert.equal(readRetryAfter(header, now), undefined);
    }
  });
});
