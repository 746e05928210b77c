import { writeFileSync } from "node:fs";
import { STATUSES_PAGE, statusesPage } from "./statusesPage";

void statusesPage().then((page) => writeFileSync(STATUSES_PAGE, page));
