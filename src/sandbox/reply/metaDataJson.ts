import type { FolderRef } from "../data/idCodec";
import type { Scenario } from "../scenarios/scenario";
import { Float, type JsonMembers } from "../server/json";
import { personOf } from "./person";

interface DescribedFolder extends FolderRef {
  readonly scenario: Scenario;
}

/** @returns the `meta_data` of a folder, as an integration may have written it (oz-api.md 5.2) */
export function metaDataOf(folder: DescribedFolder): JsonMembers | null {
  const plan = folder.scenario.metaData ?? "person";
  switch (plan) {
    case "none":
      return null;
    case "empty":
      return {};
    case "hostile":
      return { ...common(folder), ...HOSTILE };
    case "deep":
      return { ...common(folder), ...DEEP };
    case "person":
    case "names":
      return common(folder, personInfo(folder, plan === "names"));
  }
}

/** Metadata with a short ID that is unique and reproducible, and with what the folder demonstrates. */
function common({ live, index, scenario }: DescribedFolder, person?: JsonMembers): JsonMembers {
  return {
    transaction_id: `tx-${live ? "live-" : ""}${String(index).padStart(6, "0")}`,
    example: scenario.name,
    about: scenario.description,
    person_info: person,
  };
}

function personInfo(folder: FolderRef, nonAscii: boolean): JsonMembers {
  const { first, last } = personOf(folder, nonAscii);
  return { first_name: first, last_name: last, birth_year: 1950 + (folder.index % 50) };
}

const HOSTILE: JsonMembers = {
  icon: "$(alert) $(sync~spin)",
  link: "[click me](command:workbench.action.closeWindow)",
  image: "![](https://attacker.example/pixel.png)",
  html: "<img src=x onerror=alert(1)><script>alert(1)</script>",
  bidi: "invoice_\u202Egpj.exe",
  newline: "first line\nsecond line\r\n\ttabbed\u0000end",
  "key with $(warning) [link](https://attacker.example)": "`code` **bold** | table | --- |",
  template: "{{7*7}} ${7*7} %s %n",
  long: "a".repeat(2000),
};

const DEEP: JsonMembers = {
  integer: 42,
  float: new Float(1),
  small: new Float(0.000001),
  tiny: new Float(1e-7),
  amount: new Float(100, "100.00"),
  years: { "2024": "a number as a key", "-1": "another one", "1_0": "a third" },
  yes: true,
  nothing: null,
  empty_text: "",
  empty_list: [],
  list: [1, "two", [3, [4, [5]]], { six: 6 }],
  a: { b: { c: { d: { e: { f: { g: { h: { i: "nine levels down" } } } } } } } },
};
