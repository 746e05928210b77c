import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { CATALOGUE } from "../../src/sandbox/scenarios/catalogue";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { rewriting } from "../faults/catalogue/fault";
import { startFront, type Front } from "../faults/front/front";
import { useStage } from "./stage";
import { themes, waitForThemeIn, type Theme } from "./workbench/theme";

/** A type of analysis that would be HTML, Markdown and the end of a code block. */
const EVIL = "X<img src=x onerror=alert(1)>\n```\n**0%–100% SUCCESS X**";

/** A bar as it is on screen. */
interface DrawnBar {
  readonly label: string;
  /** Where it begins and ends in its track, which is from 0 to 1. */
  readonly begin: number;
  readonly end: number;
  /** In pixels. */
  readonly width: number;
  readonly color: string;
  readonly dashed: boolean;
  readonly arrow: boolean;
}

/** A script for the page: reads its bars. */
const READ_BARS = `[...document.querySelectorAll(".oz-timeline-row")].map((row) => {
  const bar = row.querySelector(".oz-timeline-bar");
  const track = row.querySelector(".oz-timeline-track").getBoundingClientRect();
  const { left, right, width } = bar.getBoundingClientRect();
  const { color, borderTopStyle, clipPath } = getComputedStyle(bar);
  return {
    label: row.querySelector(".oz-timeline-label").textContent,
    begin: (left - track.left) / track.width,
    end: (right - track.left) / track.width,
    width,
    color,
    dashed: borderTopStyle === "dashed",
    arrow: clipPath !== "none",
  };
})`;

/** Whether the first bar stands below its label. */
const IS_BELOW = `(() => {
  const [label, track] = [...document.querySelector(".oz-timeline-row").children];
  return label.getBoundingClientRect().bottom <= track.getBoundingClientRect().top;
})()`;

/** Whether the picture is wider than its place. */
const OVERFLOWS = `(() => {
  const { scrollWidth, clientWidth } = document.querySelector(".oz-timeline");
  return scrollWidth > clientWidth;
})()`;

type Json = Readonly<Record<string, unknown>>;

/** Leaves out times, and renames a type. */
function spoil(json: Json): Json {
  const [first, second, ...others] = json.analyses as Json[];
  return {
    ...json,
    analyses: [
      { ...first, time_created: undefined },
      { ...second, time_updated: undefined, type: EVIL },
      ...others,
    ],
  };
}

describe("the timeline as a picture", () => {
  const stage = useStage({ size: { width: 1400, height: 900 } });
  let front: Front | undefined;
  afterEach(async () => {
    await front?.close();
    front = undefined;
  });

  /** Opens the explanation of a scenario's folder. @returns the folder's ID */
  async function explain(name: string): Promise<string> {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(CATALOGUE.findIndex((scenario) => scenario.name === name));
    await workbench.runWithId("Oz Inspector: Explain Result", id);
    return id;
  }

  /** Acts in the page of a folder, scrolled to its timeline. */
  const within = async <T>(id: string, act: (frame: Frame) => Promise<T>): Promise<T> => {
    const { preview } = stage.workbench;
    await preview.waitUntilShown("the timeline", (text) => text.includes(id) && text.includes("Timeline"));
    return await preview.within(id, async (frame) => {
      await frame.locator(".oz-timeline").waitFor();
      await frame.evaluate(`document.querySelector(".oz-timeline-axis").scrollIntoView({ block: "center" })`);
      return await act(frame);
    });
  };

  const bars = (frame: Frame): Promise<readonly DrawnBar[]> => frame.evaluate<readonly DrawnBar[]>(READ_BARS);

  it("has a bar for each analysis on one axis, in every kind of theme, and the same in words below", async () => {
    const { workbench } = stage;
    const id = await explain("declined and running again");
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.changeTheme(theme);
      const drawn = await within(id, async (frame) => {
        await waitForThemeIn(frame, theme);
        return await bars(frame);
      });
      assert.ok(drawn.length > 2);
      const running = drawn.filter(({ arrow }) => arrow);
      assert.ok(running.length > 0, "some are running");
      for (const { begin, end, width, dashed } of drawn) {
        assert.ok(begin >= 0 && end <= 1.02 && width > 3, `${begin} to ${end}`);
        assert.ok(!dashed);
      }
      for (const { end } of running) assert.ok(end > 0.99);
      assert.ok(new Set(drawn.map(({ color }) => color)).size > 1);
      await workbench.screenshot(`timeline-${theme}`);
    }
    const words = await within(id, (frame) => frame.locator("body").innerText());
    const told = withTimes`^${CLOCK_TIME} Liveness: Declined .*, after \d+ s$`;
    assert.ok(
      words.split("\n").some((line) => told.test(line)),
      words,
    );
    assert.doesNotMatch(words, /oz-timeline|0%/);
  });

  it("draws unknown times as unknown, and texts of the server as text", async () => {
    const { workbench, sandbox, view } = stage;
    front = await startFront(sandbox.address);
    front.fault = {
      id: "odd-data",
      group: "data",
      title: "Odd data",
      sentence: undefined,
      reason: undefined,
      act: rewriting((json) => {
        const { items, analyses } = json as Json;
        if (Array.isArray(items)) return { ...(json as Json), items: items.map((one) => spoil(one as Json)) };
        return Array.isArray(analyses) ? spoil(json as Json) : json;
      }),
    };
    await workbench.extensionHost.execute("ozInspector.signOut");
    await workbench.extensionHost.execute("ozInspector.openSandbox", front.address);
    await view.tree.waitFor("folders", (rows) => rows.length > 0);
    const id = await explain("declined");
    const drawn = await within(id, bars);
    const [first, second] = drawn;
    assert.match(first!.label, / · start unknown$/);
    assert.match(
      second!.label,
      /^X<img src=x onerror=alert\(1\)> ``` \*\*0%–100% SUCCESS X\*\* · .* · end unknown$/i,
    );
    assert.ok(first!.dashed && second!.dashed);
    assert.equal(await within(id, (frame) => frame.locator("img").count()), 0);
    await workbench.screenshot("timeline-unknown");
  });

  it("stands below its labels where there is little room, as at 200 %", async () => {
    const { workbench } = stage;
    const id = await explain("declined and running again");
    await within(id, bars);
    await workbench.page.setViewportSize({ width: 700, height: 450 });
    await within(id, (frame) => frame.waitForFunction(IS_BELOW));
    await workbench.screenshot("timeline-narrow");
    assert.equal(await within(id, (frame) => frame.evaluate(OVERFLOWS)), false);
  });
});
