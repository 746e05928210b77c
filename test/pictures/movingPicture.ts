import { encode } from "modern-gif";
import { PNG } from "pngjs";

/** A picture of a moving one. */
export interface Frame {
  readonly png: Buffer;
  /** Milliseconds for which it stays. */
  readonly stays: number;
}

/** @returns a GIF that shows frames of the same size again and again */
export async function movingPicture(frames: readonly Frame[]): Promise<Uint8Array> {
  const pictures = frames.map(({ png, stays }) => {
    const { width, height, data } = PNG.sync.read(png);
    return { width, height, data, delay: stays };
  });
  const [{ width, height } = { width: 0, height: 0 }] = pictures;
  return new Uint8Array(await encode({ width, height, frames: pictures, maxColors: 255 }));
}
