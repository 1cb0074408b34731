import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.GEOCRIME_BACKEND ?? 'http://127.0.0.1:5080';

/** GraphiQL's style holds its fonts as data: addresses, which the page's policy refuses and which are most of its bytes. */
const withoutDataFonts: Plugin = {
  name: 'without-data-fonts',
  enforce: 'pre',
  transform: (code, id) => (/graphiql.*\.css$/.test(id) ? code.replace(/@font-face\s*\{[^}]*url\(data:[^}]*\}/g, '') : undefined),
};

/** Each script and style a second time as FILE.br: a third smaller than what the server could compress while somebody waits. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle: async ({ dir }) => {
    const assets = join(dir!, 'assets');
    const texts = (await readdir(assets)).filter((name) => /\.(m?js|css)$/.test(name));
    await Promise.all(texts.map(async (name) => {
      const text = await readFile(join(assets, name));
      await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
    }));
  },
};

export default defineConfig({
  plugins: [react(), withoutDataFonts, compressed],
  server: { proxy: { '/graphql': backend, '/tiles': backend, '/layers': backend, '/settings': backend, '/staffing/': backend, '/uploads': backend, '/imports': backend, '/categories': backend } },
  // GraphiQL's editor loads its workers in a way that only the build understands.
  optimizeDeps: { entries: ['index.html'] },
  build: {
    // Scripts are files of their own, so that the page works under `script-src 'self'`.
    modulePreload: { polyfill: false },
    // The map, and GraphiQL at /graphql.
    rollupOptions: {
      input: ['index.html', 'graphiql.html'],
      // Hints to the React compiler in packages that were compiled already.
      onwarn: (warning, warn) => { if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); },
    },
    // The map library and GraphiQL's editor alone are larger than Vite's default warning.
    chunkSizeWarningLimit: 3000,
  },
  // Files that need a page say so in their first line.
  test: { environment: 'node', include: ['test/**/*.test.{ts,tsx}'] },
});
