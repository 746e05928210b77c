import { window } from "vscode";
import { SINCE, type Period } from "../../folders/filter/folderFilter";
import { periodInWords } from "../../views/text/filterInWords";
import { askText } from "../prompts/askText";
import { parsePeriod, periodText } from "./periodText";

/**
 * Lets the user choose when folders were created.
 * @returns undefined when the user closed the list; `any` for no matter when
 */
export async function askPeriod(
  title: string,
  present: Period | undefined,
): Promise<Period | "any" | undefined> {
  const items = [
    { label: "Any time", period: "any" as const },
    ...SINCE.map((since) => ({ label: capital(periodInWords({ since })), period: { since } })),
    { label: "Between…", period: undefined },
  ];
  const picked = await window.showQuickPick(items, { title, placeHolder: "When they were created" });
  if (!picked || picked.period) return picked?.period;
  return askText({
    title,
    prompt: "From and to, in the time of this machine; one of them can be left out",
    placeholder: "2026-11-22 09:00 to 2026-11-22 18:30",
    value: present && !("since" in present) ? periodText(present) : undefined,
    accept: parsePeriod,
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
