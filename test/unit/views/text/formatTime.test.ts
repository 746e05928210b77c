import assert from "node:assert/strict";
import { useLanguage } from "../../../../src/base/language";
import { MAX_TIME } from "../../../../src/base/readJson";
import {
  age,
  dayOf,
  exactDate,
  exactTime,
  shortAge,
  shortTime,
  spokenAge,
  typedTime,
  zonedTime,
  zoneOf,
} from "../../../../src/views/text/formatTime";

describe("age", () => {
  const cases: [number, string, string][] = [
    [-5_000, "just now", "just now"],
    [59_999, "just now", "just now"],
    [60_000, "1m ago", "1 minute ago"],
    [3_599_999, "59m ago", "59 minutes ago"],
    [3_600_000, "1h ago", "1 hour ago"],
    [86_400_000 * 3, "3d ago", "3 days ago"],
    [86_400_000 * 400, "400d ago", "400 days ago"],
  ];
  for (const [passed, words, spoken] of cases) {
    it(`${passed} ms: ${words}`, () => {
      assert.equal(age(1e12, 1e12 + passed), words);
      assert.equal(shortAge(1e12, 1e12 + passed), words.replace(/^just | ago$/, ""));
      assert.equal(spokenAge(1e12, 1e12 + passed), spoken);
    });
  }
});

describe("exactTime and dayOf", () => {
  it("give local times that sort as text", () => {
    const moment = new Date(2026, 10, 3, 4, 5, 6).getTime();
    assert.equal(exactTime(moment), "2026-11-03 04:05:06");
    assert.equal(dayOf(moment), "2026-11-03");
  });

  it("write every time that is read, in every zone", () => {
    const zone = process.env.TZ;
    try {
      for (const elsewhere of ["Pacific/Kiritimati", "Etc/GMT+12"]) {
        process.env.TZ = elsewhere;
        for (const time of [-MAX_TIME, MAX_TIME]) assert.match(exactTime(time), /^[-+]\d{6}-\d\d-\d\d /);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe("times in another language", () => {
  before(() => useLanguage("es", { "{0} ago": "hace {0}" }));
  after(() => useLanguage("en", undefined));
  const moment = new Date(2026, 10, 3, 23, 5, 6).getTime();

  it("have its dates and units", () => {
    assert.equal(exactDate(moment), "03/11/2026");
    assert.equal(exactTime(moment), "03/11/2026 23:05:06");
    assert.equal(shortTime(moment, moment + 86_400_000), "03/11/2026 23:05:06");
    assert.equal(shortTime(moment, moment), "23:05:06");
    assert.equal(age(moment, moment + 300_000), "hace 5min");
    assert.equal(shortAge(moment, moment + 300_000), "5min");
  });

  it("are typed and compared as in English", () => {
    assert.equal(typedTime(moment), "2026-11-03 23:05:06");
    assert.equal(dayOf(moment), "2026-11-03");
  });
});

describe("zonedTime and zoneOf", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  for (const [zone, summer, winter] of [
    ["UTC", "2026-07-01 12:00:00 UTC", "UTC"],
    ["Europe/Berlin", "2026-07-01 14:00:00 UTC+2", "UTC+1"],
    ["Asia/Kolkata", "2026-07-01 17:30:00 UTC+5:30", "UTC+5:30"],
    ["America/St_Johns", "2026-07-01 09:30:00 UTC-2:30", "UTC-3:30"],
  ] as const)
    it(`say the zone at that moment in ${zone}`, () => {
      process.env.TZ = zone;
      assert.equal(zonedTime(Date.UTC(2026, 6, 1, 12)), summer);
      assert.equal(zoneOf(Date.UTC(2026, 11, 1, 12)), winter);
    });
});

describe("shortTime", () => {
  const now = new Date(2026, 10, 3, 4, 5, 6).getTime();
  it("is the time of day today, in local time, else with the date", () => {
    assert.equal(shortTime(now, now), "04:05:06");
    assert.equal(shortTime(new Date(2026, 10, 3).getTime(), now), "00:00:00");
    assert.equal(shortTime(new Date(2026, 10, 3, 23, 59, 59).getTime(), now), "23:59:59");
    assert.equal(shortTime(new Date(2026, 10, 2, 23, 59, 59).getTime(), now), "2026-11-02 23:59:59");
    assert.equal(shortTime(new Date(2026, 10, 4).getTime(), now), "2026-11-04 00:00:00");
    assert.equal(shortTime(new Date(2025, 10, 3, 4, 5, 6).getTime(), now), "2025-11-03 04:05:06");
  });
});
