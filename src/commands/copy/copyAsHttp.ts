import { httpRequest } from "../../views/text/requestText";
import type { Command } from "../services";
import { copyRequest } from "./copyRequest";

/** Copies the request for a `.http` file; see `copyRequest`. */
export const copyAsHttp: Command = (services, argument) =>
  copyRequest(services, argument, {
    title: "Copy as HTTP Request",
    name: "as HTTP request",
    write: httpRequest,
  });
