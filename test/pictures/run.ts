// `npm run pictures`: draws the pictures of the README and the icon anew, from a real VS Code on the sandbox.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { startTestSandbox } from "../ui/server";
import { openWorkbench } from "../ui/workbench/open";
import { exitWith } from "../vscode/exit";
import { drawIcon } from "./icon";
import { movingPicture } from "./movingPicture";
import { Scenes } from "./scenes";

const MEDIA = path.join(import.meta.dirname, "../../media");

async function main(): Promise<number> {
  const sandbox = await startTestSandbox({ folders: 300 });
  const workbench = await openWorkbench({
    size: { width: 1200, height: 720 },
    settings: { "editor.minimap.enabled": false, "workbench.layoutControl.enabled": false },
  });
  const save = async (name: string, bytes: Uint8Array): Promise<void> => {
    await writeFile(path.join(MEDIA, name), bytes);
    console.log(`media/${name}: ${Math.ceil(bytes.length / 1000)} kB`);
  };
  try {
    const scenes = new Scenes(workbench, sandbox);
    const pictures = await scenes.play();
    for (const [name, png] of Object.entries(pictures)) await save(`${name}.png`, png);
    await save("tour.gif", await movingPicture(scenes.frames));
    await save("oz-inspector.png", await drawIcon(workbench.page));
  } finally {
    await workbench.close();
    await sandbox.close();
  }
  return 0;
}

void exitWith(main);
