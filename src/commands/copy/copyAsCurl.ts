import { curlCommand } from "../../views/text/requestText";
import type { Command } from "../services";
import { requestUrlFor } from "../target/askRequest";
import { copyText } from "./copyText";

/**
 * Copies a command that asks for what a row stands for. It holds no token.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 */
export const copyAsCurl: Command = async (services, argument) => {
  const url = await requestUrlFor(services, argument, "Copy as cURL Command");
  if (url !== undefined) await copyText(curlCommand(url), "as cURL command, token left out");
};
