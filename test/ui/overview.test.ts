import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Frame } from "playwright-core";
import type { OzFolder } from "../../src/oz/model/folder";
import { sandboxClient } from "../sandboxClient";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { violations } from "./workbench/axe";
import { eventually } from "./workbench/eventually";
import { themes, waitForThemeIn, type Theme } from "./workbench/theme";
import { hasResult } from "./workbench/treeRow";
import type { Workbench } from "./workbench/workbench";

/** Runs Show Overview… and answers its questions. */
async function openOverview(workbench: Workbench, ...answers: readonly string[]): Promise<Frame> {
  await workbench.runCommand("Oz Inspector: Show Overview…");
  for (const answer of answers) await workbench.quickInput.pick(answer);
  return await workbench.preview.within("Results over time", (frame) => Promise.resolve(frame));
}

interface ShownTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the tables of the page, also those that are folded. Code of a page is text, as the project has no types for it. */
const TABLES = `[...document.querySelectorAll("section")].map((section) => {
  const texts = (row, cells) => [...row.querySelectorAll(cells)].map((cell) => cell.textContent);
  return {
    title: section.querySelector("h2").textContent,
    columns: texts(section, "thead th"),
    rows: [...section.querySelectorAll("tbody tr")].map((row) => texts(row, "th, td:not(.bar)")),
  };
})`;

/** Whether the first chart has drawn anything into its last column of pixels. */
const LABEL_IS_CUT = `(() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(canvas.width - 1, 0, 1, canvas.height);
  return data.some((value) => value > 0);
})()`;

interface Bars {
  readonly counts: readonly number[];
  /** Whether the middle of each bar has pixels in the blue of bars. */
  readonly drawn: readonly boolean[];
}

/** The bars of the chart "Time to result". */
const TIME_BARS = `(() => {
  const section = document.querySelector("#times-title").parentElement;
  const counts = [...section.querySelectorAll("tbody td")].map((cell) => Number(cell.textContent));
  const canvas = section.querySelector("canvas");
  const plot = section.querySelector(".u-over").getBoundingClientRect();
  const scale = canvas.width / canvas.getBoundingClientRect().width;
  const left = plot.left - canvas.getBoundingClientRect().left;
  const drawn = counts.map((_, index) => {
    const x = Math.round((left + ((index + 0.5) / counts.length) * plot.width) * scale);
    const { data } = canvas.getContext("2d").getImageData(x, 0, 1, canvas.height);
    return Array.from({ length: canvas.height }, (_, y) => data.slice(y * 4, y * 4 + 4)).some(
      ([red, , blue, opacity]) => opacity > 128 && blue > red + 60,
    );
  });
  return { counts, drawn };
})()`;

/** @returns each figure of a table: the first cell and all before a count name its row */
function figuresOf({ title, columns, rows }: ShownTable): readonly Record<string, string>[] {
  return rows.flatMap((cells) => {
    const names = cells.findIndex((cell, index) => index > 0 && /^\d+$/.test(cell));
    return cells.slice(names).map((value, index) => ({
      section: title,
      row: cells.slice(0, names).join(" · "),
      column: columns[names + index] ?? "",
      value,
    }));
  });
}

const titleOf = (frame: Frame): Promise<string> => frame.locator("h1").innerText();

describe("the overview of 10,000 folders", () => {
  const stage = useStage({}, () => ({ folders: 10_000 }));

  /** Whether a face match declined a folder by a score within 0.05 of a threshold. */
  const isClose = ({ resolution }: OzFolder): boolean =>
    resolution.groups.some(({ analyses }) =>
      analyses.some(({ type, terminal, result, scores: [score] }) => {
        const thresholds = [score?.threshold, score?.lowerThreshold].filter((one) => one !== undefined);
        const isNear = thresholds.some((one) => Math.abs((score?.value ?? Infinity) - one) < 0.05 + 1e-12);
        return type === "BIOMETRY" && terminal && result === "DECLINED" && isNear;
      }),
    );

  it("reads them with progress, and a click on a figure shows exactly its folders", async () => {
    const { workbench, view, sandbox } = stage;
    const client = sandboxClient(sandbox.address);
    const all: OzFolder[] = [];
    for (let offset = 0; offset < 10_000; offset += 500)
      all.push(...(await client.listFolders({ offset, limit: 500 })).folders);
    const frame = await openOverview(workbench, "All Folders of a Period…", "Any time");
    assert.match(await titleOf(frame), /^Overview of 10,000 folders$/);
    await workbench.screenshot("overview");
    const expected = all.filter(isClose).map(({ id }) => labelOf(id));
    assert.ok(expected.length > 1);
    const faces = frame.locator("section", { hasText: "Scores: Face match" });
    await faces.getByRole("button", { name: /^Declined within 0\.05 of a threshold/ }).click();
    await view.tree.waitFor(`exactly ${expected.join(", ")}`, (rows) => {
      const shown = rows.flatMap(({ label, level }) =>
        level === 1 && label !== "Search more" ? [label] : [],
      );
      return JSON.stringify(shown) === JSON.stringify(expected);
    });
    await eventually(
      "the message above the list",
      () => view.message(),
      (text) => text.endsWith(`: ${expected.length} folders of the overview.`),
    );
    await workbench.screenshot("overview-filtered");
  });
});

describe("the overview of the loaded folders", () => {
  const stage = useStage({ size: { width: 1300, height: 1000 } });

  const countOf = async (frame: Frame, result: string): Promise<number> =>
    Number(await frame.locator("tr", { hasText: result }).first().locator("td").first().innerText());

  it("follows the list, and opens the folders of a bar by the mouse and by the keyboard", async () => {
    const { workbench, view, sandbox } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    assert.match(await titleOf(frame), /^Overview of 100 of 300 folders$/);
    const before = await countOf(frame, "Declined");
    const success = (await view.tree.rows()).find(hasResult("Success"))!;
    const id = (await Promise.all([0, 1, 2, 3, 4, 5].map((at) => sandbox.idAt(at)))).find(
      (one) => labelOf(one) === success.label,
    );
    assert.ok(id !== undefined);
    sandbox.analyseAgain(id, "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
    await eventually(
      "one more that is declined",
      () => countOf(frame, "Declined"),
      (count) => count === before + 1,
    );
    const button = frame.locator("tr", { hasText: "Operator required" }).first().locator("button");
    const count = await countOf(frame, "Operator required");
    await button.focus();
    await button.press("Enter");
    await view.tree.waitFor("those that need an operator", (rows) => {
      const folders = rows.filter(({ level, label }) => level === 1 && label !== "Search more");
      return (
        folders.length === count &&
        folders.every((row) => hasResult("Operator required")(row) || hasResult("Success by operator")(row))
      );
    });
    const times = frame.locator("section", { hasText: "Time to result" });
    await times.locator(".chart").scrollIntoViewIfNeeded();
    await times.locator(".u-over").click({ position: { x: 200, y: 100 } });
    await eventually(
      "a filter by time",
      () => view.message(),
      (text) => text.includes("time to result"),
    );
  });

  it("is readable in every kind of theme, at 200% and in a narrow panel", async () => {
    const { workbench } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    for (const summary of await frame.locator("summary").all()) await summary.click();
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.changeTheme(theme);
      await waitForThemeIn(frame, theme);
      assert.deepEqual(await violations(frame, "body"), [], theme);
      await frame.locator("h2", { hasText: "Scores: Liveness" }).scrollIntoViewIfNeeded();
      await workbench.screenshot(`overview-${theme}`);
    }
    for (const summary of await frame.locator("summary").all()) await summary.click();
    await frame.locator("h1").scrollIntoViewIfNeeded();
    await frame.evaluate('document.body.style.zoom = "2"');
    await workbench.screenshot("overview-zoomed");
    assert.equal(await frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  });

  it("does not move under the mouse, and breaks no word of a table in a narrow panel", async () => {
    const { workbench } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    const times = frame.locator("section", { hasText: "Time to result" });
    const below = times.locator("summary");
    await below.scrollIntoViewIfNeeded();
    const before = await below.boundingBox();
    await times.locator(".u-over").hover({ position: { x: 200, y: 100 } });
    await times.locator(".caption", { hasText: "Folders" }).waitFor();
    assert.deepEqual(await below.boundingBox(), before);

    const heights = async (text: string): Promise<number> =>
      (await frame.locator("th", { hasText: text }).first().boundingBox())?.height ?? 0;
    const oneLine = await heights("Success");
    await workbench.page.setViewportSize({ width: 700, height: 1000 });
    await frame.waitForFunction("innerWidth < 480");
    await workbench.screenshot("overview-narrow");
    for (const word of ["Processing", "Success", "Folders"])
      assert.ok((await heights(word)) < oneLine * 1.5, word);
  });

  it("draws a chart when it comes into view, and again when its figures have changed", async () => {
    const { workbench, sandbox } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    const [first, last] = ["Results over time", "Scores: Face match"].map((title) =>
      frame.locator("section", { has: frame.locator("h2", { hasText: title }) }),
    );
    await first!.locator("canvas").waitFor();
    assert.equal(await last!.locator("canvas").count(), 0);
    const height = (await last!.boundingBox())?.height;
    await last!.scrollIntoViewIfNeeded();
    await last!.locator("canvas").waitFor();
    assert.equal((await last!.boundingBox())?.height, height);
    await frame.evaluate(
      'for (const one of document.querySelectorAll("canvas")) one.classList.add("before")',
    );
    await last!.locator("summary").click();
    const id = await sandbox.idAt(0);
    sandbox.analyseAgain(id, "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
    await eventually(
      "a new drawing",
      () => last!.locator("canvas:not(.before)").count(),
      (count) => count === 1,
    );
    assert.equal(await last!.locator("details[open] table").count(), 1);
    assert.equal(await last!.locator("summary:focus").count(), 1);
  });

  it("cuts no label, and draws a bar for a single folder beside many", async () => {
    const { workbench } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    for (const title of ["Results over time", "Time to result"]) {
      const section = frame.locator("section", { has: frame.locator("h2", { hasText: title }) });
      await section.scrollIntoViewIfNeeded();
      await section.locator("canvas").waitFor();
    }
    assert.equal(await frame.evaluate(LABEL_IS_CUT), false);
    const { counts, drawn } = await frame.evaluate<Bars>(TIME_BARS);
    assert.ok(counts.includes(1) && Math.max(...counts) > 50, counts.join());
    assert.deepEqual(
      drawn,
      counts.map((count) => count > 0),
    );
  });

  it("saves as CSV what its tables show", async () => {
    const { workbench } = stage;
    const { notifications, quickInput } = workbench;
    const folder = await makeTemporary();
    try {
      const frame = await openOverview(workbench, "Loaded Folders");
      await frame.getByRole("button", { name: "Save as CSV…" }).click();
      await quickInput.waitFor("the file to save to", ({ value }) => value.endsWith(".csv"));
      const file = path.join(folder, "figures.csv");
      await quickInput.enterPath(file);
      const text = await eventually(
        "the saved figures",
        () => readFile(file, "utf8").catch(() => ""),
        (saved) => saved !== "",
      );
      const shown = await frame.evaluate<readonly ShownTable[]>(TABLES);
      assert.ok(shown.length > 5);
      assert.deepEqual(parse(text, { bom: true, columns: true }), shown.flatMap(figuresOf));
      assert.deepEqual(await notifications.read(), []);
    } finally {
      await removeTemporary(folder);
    }
  });

  it("copies its figures as Markdown", async () => {
    const { workbench } = stage;
    const frame = await openOverview(workbench, "Loaded Folders");
    await frame.getByRole("button", { name: "Copy as Markdown" }).click();
    await eventually(
      "the copied figures",
      () => workbench.clipboard(),
      (text) =>
        text.startsWith("# Overview of 100 of 300 folders\n") &&
        text.includes("| Result | Folders | Share |"),
    );
  });
});
