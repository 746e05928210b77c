import assert from "node:assert/strict";
import { HELP, readFlags } from "../../../src/sandbox/flags";

describe("sandbox flags", () => {
  it("have defaults", () => {
    assert.deepEqual(readFlags([]), {
      port: 8080,
      folders: 10_000,
      seed: 1,
      arrivalInterval: 10_000,
      sessionLifetime: 900_000,
      latency: 0,
    });
  });

  it("are read, with seconds converted to milliseconds", () => {
    const line = "--port 0 --folders=10 --seed 7 --arrivals 0.5 --session-lifetime 60 --latency 250";
    assert.deepEqual(readFlags(line.split(" ")), {
      port: 0,
      folders: 10,
      seed: 7,
      arrivalInterval: 500,
      sessionLifetime: 60_000,
      latency: 250,
    });
  });

  it("are listed in the help", () => {
    assert.equal(readFlags(["--help"]), "help");
    for (const flag of ["port", "folders", "seed", "arrivals", "session-lifetime", "latency", "help"]) {
      assert.ok(HELP.includes(`--${flag} `), flag);
    }
  });

  it("are rejected with one sentence", () => {
    for (const [args, message] of [
      [["--folders", "ten"], '--folders takes a whole number from 0 to 1000000000, not "ten".'],
      [["--port", "65536"], '--port takes a whole number from 0 to 65535, not "65536".'],
      [["--folders", "1.5"], '--folders takes a whole number from 0 to 1000000000, not "1.5".'],
      [["--arrivals", ""], '--arrivals takes a number from 0 to 86400, not "".'],
      [["--colour", "red"], "Unknown option '--colour'."],
      [["8080"], "Unexpected argument '8080'."],
      [["--port"], "Option '--port <value>' argument missing."],
    ] as const) {
      assert.throws(() => readFlags(args), { message });
    }
  });
});
