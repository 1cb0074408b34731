import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.GEOCRIME_BACKEND ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/graphql': backend, '/tiles': backend, '/layers': backend } },
  build: {
    // Scripts are files of their own, so that the page works under `script-src 'self'`.
    modulePreload: { polyfill: false },
    // The map, and GraphiQL at /graphql.
    rollupOptions: {
      input: ['index.html', 'graphiql.html'],
      // Hints to the React compiler in packages that were compiled already.
      onwarn: (warning, warn) => { if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); },
    },
    // The map library alone is larger than Vite's default warning.
    chunkSizeWarningLimit: 1200,
  },
  // Files that need a page say so in their first line.
  test: { environment: 'node', include: ['test/**/*.test.{ts,tsx}'] },
});
