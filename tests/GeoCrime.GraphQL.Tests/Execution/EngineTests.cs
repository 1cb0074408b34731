using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Execution;

public sealed class EngineTests
{
    private const string Sdl = """
        type Query {
          cell(id: ID!): Cell
          cells(first: Int = 3, kind: CellKind = HOT, area: AreaInput): [Cell!]!
          any: [Thing]!
          boom: String
          refused: Int!
          broken: Cell
          slow(ms: Int!): Int!
          name(of: ID!): String
        }
        interface Thing { id: ID! }
        enum CellKind { HOT VERY_COLD }
        input AreaInput { west: Float! east: Float = 1 tags: [String!] inner: AreaInput }
        type Cell implements Thing { id: ID! kind: CellKind! value: Float weights: [Float!]! label(prefix: String = "c"): String! self: Cell! must: String! }
        type Note implements Thing { id: ID! text: String }
        """;

    public sealed class Query
    {
        public Cell? Cell(string id) => id == "none" ? null : new Cell(id, CellKind.Hot, 1.5, [1, 2.5]);

        public IReadOnlyList<Cell> Cells(int first, CellKind kind, AreaInput? area) =>
            [.. Enumerable.Range(0, first).Select(i => new Cell($"{i}{area?.Tags?.Count}{area?.East}", kind, i == 1 ? double.NaN : i, [i]))];

        public IEnumerable<object?> Any()
        {
            yield return new Cell("a", CellKind.VeryCold, null, []);
            yield return new Note("n", null);
            yield return null;
        }

        public string Boom() => throw new InvalidOperationException("secret");

        public int Refused() => throw new GraphQLException("Not for you.", "FORBIDDEN", new Dictionary<string, object?> { ["start"] = new { Kind = 1 } });

        public Cell? Broken => new("b", CellKind.Hot, 1, null!);

        public async Task<int> Slow(int ms, CancellationToken cancellation)
        {
            await Task.Delay(ms, cancellation);
            return ms;
        }

        public Task<string?> Name(string of, RequestContext context) =>
            context.Loader<string, string>("names", (keys, _) =>
            {
                context.Get<List<int>>().Add(keys.Count);
                return Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(key => key, key => "name of " + key));
            }).LoadAsync(of);
    }

    public enum CellKind
    {
        Hot,
        VeryCold,
    }

    public sealed record AreaInput(double West, double East, IReadOnlyList<string>? Tags, AreaInput? Inner);

    public sealed record Cell(string Id, CellKind Kind, double? Value, double[] Weights)
    {
        public string Must => "yes";

        public string Label(string prefix) => prefix + Id;

        public Cell Self() => this;
    }

    public sealed record Note(string Id, string? Text);

    private static readonly GraphQLEngine Engine = GraphQLEngine.Build(
        Sdl, bind => bind.Type("Query", new Query()).Type<Cell>("Cell").Type<Note>("Note"));

    [Theory]
    [InlineData("""{ cell(id: 7) { id k: kind value weights label(prefix: "x") self { __typename id } } }""",
        """{"data":{"cell":{"id":"7","k":"HOT","value":1.5,"weights":[1,2.5],"label":"x7","self":{"__typename":"Cell","id":"7"}}}}""")]
    [InlineData("""{ cell(id: "none") { id } }""", """{"data":{"cell":null}}""")]
    [InlineData("""{ cells(first: 2, kind: VERY_COLD, area: { west: 1, tags: "t" }) { id kind } }""",
        """{"data":{"cells":[{"id":"011","kind":"VERY_COLD"},{"id":"111","kind":"VERY_COLD"}]}}""")]
    [InlineData("""{ any { id __typename ... on Note { text } } }""",
        """{"data":{"any":[{"id":"a","__typename":"Cell"},{"id":"n","__typename":"Note","text":null},null]}}""")]
    [InlineData("""{ refused }""",
        """{"data":null,"errors":[{"message":"Not for you.","locations":[{"line":1,"column":3}],"path":["refused"],"extensions":{"code":"FORBIDDEN","start":{"kind":1}}}]}""")]
    [InlineData("""{ broken { id weights } }""",
        """{"data":{"broken":null},"errors":[{"message":"Cannot return null for non-nullable field Cell.weights.","locations":[{"line":1,"column":15}],"path":["broken","weights"],"extensions":{"code":"INVALID_RESULT"}}]}""")]
    [InlineData("""{ slow(ms: 5) a: slow(ms: 1) }""", """{"data":{"slow":5,"a":1}}""")]
    [InlineData("""{ __type(name: "CellKind") { kind name enumValues { name } } }""",
        """{"data":{"__type":{"kind":"ENUM","name":"CellKind","enumValues":[{"name":"HOT"},{"name":"VERY_COLD"}]}}}""")]
    public async Task Query_gives_what_the_resolvers_give(string query, string expected) =>
        Assert.Equal(expected, await Run.Query(Engine, query));

    [Fact]
    public async Task Number_that_is_none_becomes_null_with_its_path() =>
        Assert.Equal(
            """{"data":{"cells":[{"value":0},{"value":null},{"value":2}]},"errors":[{"message":"Float cannot represent non numeric value: NaN","locations":[{"line":1,"column":11}],"path":["cells",1,"value"],"extensions":{"code":"INVALID_RESULT"}}]}""",
            await Run.Query(Engine, "{ cells { value } }"));

    [Fact]
    public async Task Unforeseen_error_goes_out_as_an_id_alone()
    {
        (string Id, Exception? Error) seen = default;
        var engine = GraphQLEngine.Build(Sdl, bind => bind.Type("Query", new Query()).Type<Cell>("Cell").Type<Note>("Note"), new EngineOptions { OnUnforeseen = (id, error) => seen = (id, error) });
        var text = await Run.Query(engine, "{ boom }");
        Assert.Equal("secret", seen.Error?.Message);
        Assert.Equal(
            $$$"""{"data":{"boom":null},"errors":[{"message":"Internal error","locations":[{"line":1,"column":3}],"path":["boom"],"extensions":{"code":"INTERNAL","id":"{{{seen.Id}}}"}}]}""",
            text);
    }

    [Fact]
    public async Task Sibling_loads_are_one_batch()
    {
        var batches = new List<int>();
        var text = await Run.Query(Engine, """{ a: name(of: 1) b: name(of: 2) c: name(of: 1) }""", context: new RequestContext().With(batches));
        Assert.Equal("""{"data":{"a":"name of 1","b":"name of 2","c":"name of 1"}}""", text);
        Assert.Equal([2], batches);
    }

    [Fact]
    public async Task Variables_are_coerced_to_parameters() =>
        Assert.Equal(
            """{"data":{"cells":[{"id":"25"}]}}""",
            (await Run.Query(Engine, "query($a: AreaInput, $n: Int = 1) { cells(first: $n, area: $a) { id } }", """{"a":{"west":1,"east":5,"tags":["p","q"]}}""")).Replace("\"0", "\""));
}
