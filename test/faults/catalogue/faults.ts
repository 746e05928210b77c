import { BODY_FAULTS } from "./bodies";
import { CLOCK_FAULTS } from "./clocks";
import { CONNECTION_FAULTS } from "./connections";
import { DATA_FAULTS } from "./data";
import type { Fault } from "./fault";
import { FRAME_FAULTS } from "./frames";
import { HANDSHAKE_FAULTS } from "./handshakes";
import { LOST_BODY_FAULTS } from "./lostBodies";
import { FEWER_MEMBER_FAULTS } from "./memberFaults";
import { PACKED_FAULTS } from "./packed";
import { REDIRECT_FAULTS } from "./redirects";
import { STATUS_FAULTS } from "./statuses";

/** Every fault that tests break a server with. */
export const FAULTS: readonly Fault[] = [
  ...CONNECTION_FAULTS,
  ...HANDSHAKE_FAULTS,
  ...REDIRECT_FAULTS,
  ...STATUS_FAULTS,
  ...LOST_BODY_FAULTS,
  ...BODY_FAULTS,
  ...PACKED_FAULTS,
  ...FRAME_FAULTS,
  ...CLOCK_FAULTS,
  ...DATA_FAULTS,
  ...FEWER_MEMBER_FAULTS,
];
