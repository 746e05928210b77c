import type { ToolName } from "../ids";
import { explainTool } from "./explainTool";
import { findTool } from "./findTool";
import { lookUpTool } from "./lookUpTool";
import { overviewTool } from "./overviewTool";
import type { Tool } from "./tool";
import { waitTool } from "./waitTool";

/** Every tool. Loaded when the first one is called. */
export const TOOLS: Readonly<Record<ToolName, Tool>> = {
  lookUpFolder: lookUpTool,
  explainResult: explainTool,
  waitForResult: waitTool,
  findFolders: findTool,
  getOverview: overviewTool,
};
