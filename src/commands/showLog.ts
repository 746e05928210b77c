import type { Command } from "./services";

export const showLog: Command = (services) => services.showLog();
