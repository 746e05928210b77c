import { readId } from "../../oz/model/id";
import { askText } from "../prompts/askText";
import type { Services } from "../services";
import { UserError } from "../userError";

const EXAMPLE = "7e7e7e7e-0000-4000-8000-000000000001";

/**
 * @returns the ID in lower case with dashes
 * @throws UserError for a text that is no ID
 */
export function parseId(text: string): string {
  const id = readId(text);
  if (id === undefined) throw new UserError(`Not an ID. An ID looks like ${EXAMPLE}.`);
  return id;
}

/**
 * Asks for the ID of a folder or an analysis. The folder of the selected row is filled in, else the one watched last.
 * @returns the ID as `parseId` gives it; undefined if the user gave none
 */
export function askId({ folders, views }: Services, title: string): Promise<string | undefined> {
  return askText({
    title,
    prompt: "ID of a folder or an analysis",
    placeholder: EXAMPLE,
    value: views.list.selectedNode?.target?.folderId ?? folders.watches.ids.at(-1),
    accept: parseId,
  });
}
