import type { PageModel } from "../../src/views/overview/page/model";

/** Where overview.ts writes them for overviewPage.ts, in the folder of the bundles. */
export const PAGE_FIGURES = "pageFigures.json";

/** What the page of the overview is sent. */
export interface PageFigures {
  readonly first: PageModel;
  /** After each of some folders that arrive, with the milliseconds of work until it is sent. */
  readonly arrivals: readonly { readonly model: PageModel; readonly ms: number }[];
}
