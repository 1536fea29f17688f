// Draws the two icons of the Teams manifest: a footprint, so that what was walked can be seen.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** Ellipses of the foot in a square of side 1: [centre x, centre y, half width, half height]. */
const foot = [
  [0.5, 0.66, 0.15, 0.24],
  [0.49, 0.5, 0.19, 0.13],
  [0.32, 0.25, 0.075, 0.095],
  [0.465, 0.2, 0.055, 0.075],
  [0.575, 0.215, 0.048, 0.064],
  [0.665, 0.265, 0.042, 0.056],
  [0.735, 0.34, 0.036, 0.048],
];

const inFoot = (x, y) => foot.some(([cx, cy, rx, ry]) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1);

/** Share of a pixel that the foot covers, from 16 samples. */
function coverage(px, py, size) {
  let inside = 0;
  for (let i = 0; i < 16; i += 1)
    if (inFoot((px + ((i % 4) + 0.5) / 4) / size, (py + (Math.floor(i / 4) + 0.5) / 4) / size)) inside += 1;
  return inside / 16;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size, pixel) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) rows.set(pixel(coverage(x, y, size)), y * (size * 4 + 1) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const mix = (share) => [0x3b, 0x3f, 0xa8].map((part) => Math.round(part + (255 - part) * share));
const at = (name) => new URL(`../manifest/${name}`, import.meta.url);
writeFileSync(
  at('color.png'),
  png(192, (share) => [...mix(share), 255]),
);
writeFileSync(
  at('outline.png'),
  png(32, (share) => [255, 255, 255, Math.round(share * 255)]),
);
