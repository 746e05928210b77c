import type { Folders } from "../folders/folders";
import { ExplanationDocuments } from "./explain/explanationDocuments";
import { JsonDocuments } from "./json/jsonDocuments";
import type { ShownFindings } from "./shownFindings";

/** What documents are made of. */
export interface DocumentParts {
  readonly folders: Folders;
  readonly findings: ShownFindings;
  /** Tells the connected server from others; undefined while there is none. */
  readonly server: () => string | undefined;
}

/** All that is shown in editors. */
export class Documents {
  readonly json: JsonDocuments;
  readonly explanations: ExplanationDocuments;
  readonly findings: ShownFindings;

  constructor({ folders, findings, server }: DocumentParts) {
    this.json = new JsonDocuments(folders.texts, server);
    this.findings = findings;
    this.explanations = new ExplanationDocuments(folders, findings);
  }

  dispose(): void {
    this.json.dispose();
    this.explanations.dispose();
  }
}
