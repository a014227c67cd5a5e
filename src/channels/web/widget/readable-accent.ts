/** What WCAG asks of text. */
const LEAST_CONTRAST = 4.5;

type Rgb = readonly [number, number, number];

/** An accent colour as near to the page's own as can be read. */
export interface Accent {
  accent: string;
  onAccent: string;
}

/**
 * Darkens (on a light surface) or lightens (on a dark one) a colour `#rgb` or `#rrggbb` until it keeps 4.5:1 on the surface,
 * and picks black or white for the words on it. Undefined when it is no such colour.
 */
export function readableAccent(colour: string, surface: string): Accent | undefined {
  const wished = rgbOf(colour);
  const ground = rgbOf(surface);
  if (!wished || !ground) return undefined;
  const towards = luminance(ground) > 0.5 ? 0 : 255;
  let share = 0;
  let accent = wished;
  while (contrast(accent, ground) < LEAST_CONTRAST && share < 1) {
    share += 0.02;
    accent = mix(wished, towards, Math.min(1, share));
  }
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  return { accent: hex(accent), onAccent: hex(contrast(white, accent) >= LEAST_CONTRAST ? white : black) };
}

/** Contrast of two colours `#rrggbb`, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(rgbOf(one) ?? [0, 0, 0], rgbOf(other) ?? [0, 0, 0]);
}

function rgbOf(colour: string): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (!digits) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const part = (at: number) => parseInt(full.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

function mix(colour: Rgb, towards: number, share: number): Rgb {
  const part = (value: number) => Math.round(value + (towards - value) * share);
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hex(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
