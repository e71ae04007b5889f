// What the tests in a browser ask of colours.

/** WCAG's contrast of two colours as a browser tells them. */
export function contrast(a, b) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a) + 0.05, luminance(b) + 0.05].sort((a, b) => b - a);
  return light / dark;
}
