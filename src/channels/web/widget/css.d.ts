/** esbuild's `text` loader gives a stylesheet as a string; see `widget.tsx` for why it is not a `<style>`. */
declare module '*.css' {
  const text: string;
  export default text;
}
