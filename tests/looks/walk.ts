import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser } from '@playwright/test';
import type * as modernGif from 'modern-gif';
import { environment } from '../browser/support/environment';
import { configurePlugin, PLUGIN_ID, signIn } from '../browser/support/grafana';
import { createIntegration } from '../browser/support/irm';
import { startOwnSandbox, type OwnSandbox } from '../browser/support/ownSandbox';
import { Wizard } from '../browser/support/wizard';

/**
 * `npm run screenshots:walk`: the way from nothing to the first heartbeat as one moving picture for the README, taken
 * in a sandbox of its own. Takes the plugin as built. Fails where the file would be larger than people like to load.
 */
const FILE = 'docs/img/walk.gif';
const GREATEST_BYTES = 3_000_000;
const VIEW = { width: 1200, height: 760 };
const SHOWN = { width: 900, height: 570 };

/** A picture as base64 and how long it is shown, in milliseconds. */
interface Frame {
  png: string;
  delay: number;
}

async function main() {
  const place = await startOwnSandbox(1);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
  try {
    const frames = await walk(browser, place);
    const gif = await encode(browser, frames);
    writeFileSync(FILE, gif);
    process.stdout.write(`${FILE}: ${frames.length} pictures, ${Math.round(gif.byteLength / 1024)} kB\n`);
    if (gif.byteLength > GREATEST_BYTES) {
      throw new Error(`${FILE} is larger than ${GREATEST_BYTES} bytes`);
    }
  } finally {
    await browser.close();
    await place.stop();
  }
}

async function walk(browser: Browser, place: OwnSandbox): Promise<Frame[]> {
  await configurePlugin({ access: 'session', irmUrl: place.irmUrl }, place.grafanaUrl);
  const { endpoint } = await createIntegration('Production', place.irmUrl);
  const context = await browser.newContext({ baseURL: place.grafanaUrl, viewport: VIEW, colorScheme: 'dark' });
  const page = await context.newPage();
  await signIn(page, environment.admin);
  const wizard = new Wizard(page);
  const frames: Frame[] = [];
  const shoot = async (delay: number) => {
    frames.push({ png: (await page.screenshot()).toString('base64'), delay });
  };
  /** As long as something goes on, up to so many pictures. */
  const film = async (pictures: number, done: () => Promise<boolean>) => {
    for (let index = 0; index < pictures && !(await done()); index += 1) {
      await shoot(400);
      await page.waitForTimeout(400);
    }
  };
  const settled = () => page.waitForTimeout(700);

  await wizard.open();
  await wizard.button('Connect integration').waitFor();
  await settled();
  await shoot(1800);
  await wizard.connect();
  await settled();
  await shoot(1200);
  await wizard.paste(endpoint);
  await settled();
  await shoot(1800);
  await wizard.button('Next').click();
  await wizard.field(/^Name/).fill('Production');
  await settled();
  await shoot(2000);
  await wizard.button('Create contact point').click();
  await film(4, () => page.getByText('Contact point created').isVisible());
  await settled();
  await shoot(2600);
  await wizard.button('Next').click();
  await wizard.button('Add heartbeat').waitFor();
  await settled();
  await shoot(2600);
  await wizard.button('Add heartbeat').click();
  await film(40, () => page.getByText(/^Connected\. First heartbeat after/).isVisible());
  await settled();
  await shoot(3000);
  await page.goto(`/a/${PLUGIN_ID}/status`);
  await page.getByText('Last heartbeat').first().waitFor();
  await settled();
  await shoot(3000);
  return frames;
}

/** Made by the browser, which can read and shrink the pictures. */
async function encode(browser: Browser, frames: Frame[]): Promise<Buffer> {
  const page = await browser.newPage();
  const library = createRequire(__filename).resolve('modern-gif/dist/index.js');
  await page.addScriptTag({ content: readFileSync(library, 'utf8') });
  const base64 = await page.evaluate(draw, { frames, ...SHOWN });
  await page.close();
  return Buffer.from(base64, 'base64');
}

async function draw({ frames, width, height }: { frames: Frame[]; width: number; height: number }): Promise<string> {
  const { encode } = (globalThis as unknown as { modernGif: typeof modernGif }).modernGif;
  const pictures = [];
  for (const { png, delay } of frames) {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (!context) {
      throw new Error('the browser cannot draw');
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    pictures.push({ data: context.getImageData(0, 0, width, height).data, delay });
  }
  const gif = new Uint8Array(await encode({ width, height, frames: pictures, maxColors: 128 }));
  return btoa(gif.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

void main();
