import { httpRequest } from "../../views/text/requestText";
import type { Command } from "../services";
import { requestUrlFor } from "../target/askRequest";
import { copyText } from "./copyText";

/**
 * Copies a request for a `.http` file that asks for what a row stands for. It holds no token.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 */
export const copyAsHttp: Command = async (services, argument) => {
  const url = await requestUrlFor(services, argument, "Copy as HTTP Request");
  if (url !== undefined) await copyText(httpRequest(url), "as HTTP request, token left out");
};
