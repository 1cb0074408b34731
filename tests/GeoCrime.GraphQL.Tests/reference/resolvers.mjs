// The resolvers of Schemas/zoo.graphql; ZooResolvers.cs has the same in C#.
import { GraphQLError } from 'graphql';

const animal = (type, id, name, age, kind) => ({
  type, id, name, age, kind,
  mustHave: () => (id === '3' ? null : `must ${id}`),
  broken: () => {
    throw new GraphQLError(`broken ${id}`);
  },
  friends: () => all.filter((other) => other.id !== id && other.id < '3'),
  best: () => all.find((other) => other.id === String(Number(id) + 1)) ?? null,
  barks: ({ loud }) => (loud ? 'WOOF' : 'woof'),
  lives: id === '2' ? null : 9,
});
const all = [
  animal('Dog', '1', 'Rex', 3, 'DOG'),
  animal('Cat', '2', 'Tom', 5, 'CAT'),
  animal('Dog', '3', null, 7, 'DOG'),
  animal('Cat', '4', 'Leo', 9, 'BIG_CAT'),
];
const rock = { type: 'Rock', name: 'Stone', weight: 2.5 };
const show = (value) =>
  value === undefined || value === null
    ? 'null'
    : Array.isArray(value)
      ? `[${value.map(show).join(' ')}]`
      : typeof value === 'object'
        ? `{${Object.keys(value).filter((key) => value[key] !== null).sort().map((key) => `${key}=${show(value[key])}`).join(' ')}}`
        : String(value);
const find = (id) => all.find((each) => each.id === id) ?? null;

export const typeResolver = (value) => value.type;

export const rootValue = {
  animals: ({ first, kind }) => all.filter((each) => !kind || each.kind === kind).slice(0, Math.max(0, first ?? 4)),
  animal: ({ id }) => find(id),
  strict: ({ id }) => find(id),
  named: () => [all[0], null, rock],
  things: () => [all[1], rock],
  echo: ({ text, number, ratio, flag, id, kind, kinds, matrix }) => [text, number, ratio, flag, id, kind, kinds, matrix].map(show).join('|'),
  filter: ({ input }) => (input ? show(input) : null),
  pick: ({ by }) => show(by),
  numbers: () => [1, null, 3],
  strictNames: () => ['a', null, 'c'],
  nested: () => [[1, 2], null, [3]],
  ratio: ({ of }) => of / 2,
  nothing: () => null,
  failing: () => {
    throw new GraphQLError('failing');
  },
  failingStrict: () => {
    throw new GraphQLError('failing strictly');
  },
  failingLater: () => [all[0], all[2]],
  count: () => 4,
  feed: ({ id, times }) => (times > 3 ? null : find(id)),
  starve: ({ id }) => find(id),
  rename: ({ name }) => (name === 'rock' ? rock : all[0]),
};
