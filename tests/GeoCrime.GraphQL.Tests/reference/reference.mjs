// Answers one line of JSON per line read: the verdict and, where asked, the result of the reference implementation.
// Arguments: the folder of the schemas. Line: {"schema", "document", "variables"?, "execute"?, "sdl"?}.
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { GraphQLError, buildASTSchema, buildSchema, execute, parse, print, validate, validateSchema } from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { rootValue, typeResolver } from './resolvers.mjs';

const folder = process.argv[2];
const schemas = {};
for (const file of readdirSync(folder))
  schemas[file.replace('.graphql', '')] = buildSchema(readFileSync(join(folder, file), 'utf8'));

const parsing = { allowEmptySelectionSets: false };
const plain = (errors) => errors.map(({ message, locations, path }) => ({ message, locations, path }));

function answer({ schema, document, variables, execute: run, sdl, print: asPrinted }) {
  let tree;
  try {
    tree = parse(document, parsing);
  } catch (error) {
    return { errors: plain([error]) };
  }
  if (asPrinted) return { errors: [], printed: print(tree) };
  if (sdl) {
    const errors = validateSDL(tree);
    if (errors.length) return { errors: plain(errors) };
    try {
      return { errors: plain(validateSchema(buildASTSchema(tree, { assumeValidSDL: true }))) };
    } catch (error) {
      // Values of directives are read while building; the first wrong one ends it. A default of an output type is an
      // assertion that fails, after which no errors are listed.
      return error instanceof GraphQLError ? { errors: plain([error]), first: true } : { errors: [], invalid: true };
    }
  }
  const errors = validate(schemas[schema], tree);
  if (errors.length || !run) return { errors: plain(errors) };
  const result = execute({ schema: schemas[schema], document: tree, rootValue, variableValues: variables, typeResolver });
  return { errors: [], result: { data: result.data, errors: plain(result.errors ?? []) } };
}

for await (const line of createInterface({ input: process.stdin })) {
  let text;
  try {
    text = JSON.stringify(answer(JSON.parse(line)));
  } catch (error) {
    text = JSON.stringify({ crash: String(error.stack) });
  }
  process.stdout.write(text + '\n');
}
