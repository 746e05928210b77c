import { curlCommand } from "../../views/text/requestText";
import type { Command } from "../services";
import { copyRequest } from "./copyRequest";

/** Copies a shell command that sends the request; see `copyRequest`. */
export const copyAsCurl: Command = (services, argument) =>
  copyRequest(services, argument, {
    title: "Copy as cURL Command",
    name: "as cURL command",
    write: curlCommand,
  });
