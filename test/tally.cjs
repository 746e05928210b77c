// Mocha's spec reporter, which also writes its counts for test/runAll.ts to add up.
const { appendFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      if (process.env.TEST_TALLY) appendFileSync(process.env.TEST_TALLY, `${passes} ${failures}\n`);
    });
  }
};
