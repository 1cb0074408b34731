import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the API from the schema that the backend serves; run by `npm run types`, result committed. */
const config: CodegenConfig = {
  schema: process.env.GEOCRIME_SCHEMA ?? '../backend/GeoCrime.Api/Schema/schema.graphql',
  documents: 'src/api/*.graphql',
  generates: {
    'src/api/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          GeoJSON: "import('geojson').Geometry",
          Base64: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
};

export default config;
