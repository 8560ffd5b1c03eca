// Renders the sample community's drawings (packages/server/src/sample/pictures/*.svg) to the WebP files beside them.
// Uploads refuse SVG, so the sample brings raster files like everyone else. Run it after a drawing changed.
import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = new URL('../packages/server/src/sample/pictures/', import.meta.url);
const most = 25 * 1024;

for (const file of (await readdir(folder)).filter((name) => name.endsWith('.svg'))) {
  const target = fileURLToPath(new URL(file.replace('.svg', '.webp'), folder));
  await sharp(fileURLToPath(new URL(file, folder)))
    .resize(...(file.startsWith('portrait-') ? [400, 500] : [800, 600]))
    .flatten()
    .webp({ quality: 70 })
    .toFile(target);
  const { size } = await stat(target);
  console.log(`${file}: ${size} bytes`);
  if (size > most) {
    console.error(`${file} renders to more than ${most} bytes: draw it simpler.`);
    process.exitCode = 1;
  }
}
