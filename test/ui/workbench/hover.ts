import type { Locator } from "playwright-core";
import { eventually } from "./eventually";

/** Rests the mouse on something and reads what VS Code shows beside it, once it has been resolved. */
export async function hoverText(target: Locator): Promise<string> {
  const page = target.page();
  const hovers = page.locator(".monaco-hover:visible .monaco-hover-content");
  // The hover of what was under the mouse before.
  await page.mouse.move(0, 0);
  await hovers.first().waitFor({ state: "detached" });
  const texts = await eventually(
    "a hover",
    async () => {
      if (!(await hovers.first().isVisible())) {
        // What is redrawn under the mouse has no hover: a person leaves it then and comes back.
        await page.mouse.move(0, 0);
        await target.hover();
        await hovers
          .first()
          .waitFor({ timeout: 2000 })
          .catch(() => undefined);
      }
      return await hovers.allInnerTexts();
    },
    (all) => all.some((text) => text.trim() !== "") && !all.some((text) => /^\s*Loading\.{3}/.test(text)),
  );
  return texts.join("\n").replaceAll("\u00a0", " ").trim();
}
