// Compares the time that resolving takes with that of parsing.
import { measure, type Measurement } from "./measure";
import { folderPage, largeFolder } from "./pages";
import { report } from "./report";
import { judged, rounded, type Row } from "./row";

/** The highest acceptable ratio of resolving to parsing time, for the same bytes. */
const AIM = 0.1;

function row(measurement: Measurement): Row {
  const { name, bytes, folders, analyses, parse, resolve } = measurement;
  return {
    page: name,
    KB: Math.round(bytes / 1000),
    analyses,
    "parse ms": rounded(parse, 3),
    "resolve ms": rounded(resolve, 3),
    "folders/s": Math.round((folders / resolve) * 1000),
    "µs/analysis": rounded((resolve / analyses) * 1000, 2),
    ratio: rounded(resolve / parse, 3),
    ...judged(`ratio ≤ ${AIM}`, resolve / parse <= AIM),
  };
}

void report(async () => {
  const page = await folderPage(100);
  return [
    measure("100 folders", page, 1000),
    measure("5,000 folders", await folderPage(5000), 30),
    measure("1 folder, 50 groups", largeFolder(page, 50, 500), 200),
    measure("1 folder, 500 groups", largeFolder(page, 500, 500), 200),
  ].map(row);
});
