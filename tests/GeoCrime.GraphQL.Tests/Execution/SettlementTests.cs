using System.IO.Pipelines;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Execution;

/// <summary>What waits, what is batched, what bubbles, what streams.</summary>
public sealed class SettlementTests
{
    private const string Sdl = """
        type Query { areas(count: Int!): [Area!]! layer(cells: Int!, badAt: Int = -1): Layer lazy: [Int!]! log: [String!]! }
        type Mutation { note(text: String!, ms: Int!): [String!]! }
        type Layer { cells: [Cell!]! }
        type Cell { id: ID! value: Float! name: String! odd: Float }
        type Area { id: Int! parent: Area later: Area slow(ms: Int!, fail: Boolean = false): Int! }
        """;

    public sealed class Query
    {
        public IReadOnlyList<string> Log => [];

        public IReadOnlyList<Area> Areas(int count) => [.. Enumerable.Range(1, count).Select(id => new Area(id))];

        public Layer? Layer(int cells, int badAt) =>
            new([.. Enumerable.Range(0, cells).Select(i => new Cell($"{i}", i, i == badAt ? null! : "cell"))]);

        public IEnumerable<int> Lazy
        {
            get
            {
                yield return Interlocked.Increment(ref _enumerations);
            }
        }

        private int _enumerations;
    }

    public sealed class Keeper
    {
        private readonly List<string> _notes = [];

        public async Task<IReadOnlyList<string>> Note(string text, int ms)
        {
            await Task.Delay(ms);
            _notes.Add(text);
            return [.. _notes];
        }
    }

    public sealed record Layer(IReadOnlyList<Cell> Cells);

    public sealed record Cell(string Id, double Value, string Name)
    {
        public double Odd => double.NaN;
    }

    public sealed record Area(int Id)
    {
        public async Task<Area?> Parent(RequestContext context)
        {
            var batches = context.Get<List<string>>();
            return await context.Loader<int, Area>("parents", async (keys, cancellation) =>
            {
                lock (batches)
                    batches.Add(string.Join(',', keys.Order()));
                await Task.Delay(1, cancellation);
                if (batches[0] == "broken")
                    throw new TimeoutException("the store does not answer");
                return keys.Where(key => key > 0).ToDictionary(key => key, key => new Area(key));
            }).LoadAsync(Id / 2);
        }

        public async Task<Area?> Later(RequestContext context)
        {
            await Task.Delay(1);
            return await Parent(context);
        }

        public async Task<int> Slow(int ms, bool fail)
        {
            await Task.Delay(ms);
            return fail ? throw new Errors.GraphQLException("slow failure", "FAILED") : ms;
        }
    }

    private static GraphQLEngine Engine() => GraphQLEngine.Build(
        Sdl, bind => bind.Type("Query", new Query()).Type("Mutation", new Keeper()).Type<Area>("Area").Type<Layer>("Layer").Type<Cell>("Cell"));

    [Fact]
    public async Task Loads_of_each_level_are_one_batch()
    {
        var batches = new List<string>();
        var text = await Run.Query(Engine(), "{ areas(count: 5) { parent { id parent { id } } } }", context: new RequestContext().With(batches));
        Assert.Equal(
            """{"data":{"areas":[{"parent":null},{"parent":{"id":1,"parent":null}},{"parent":{"id":1,"parent":null}},{"parent":{"id":2,"parent":{"id":1,"parent":null}}},{"parent":{"id":2,"parent":{"id":1,"parent":null}}}]}}"""
                .Replace(""","parent":{"id":1,"parent":null}}""", ""","parent":{"id":1}}"""),
            text);
        // 0, 1 and 2 are loaded for the areas; their parents are known by then.
        Assert.Equal(["0,1,2"], batches);
    }

    [Fact]
    public async Task Load_that_is_asked_for_after_waiting_is_sent_too() => Assert.Equal(
        """{"data":{"areas":[{"later":null},{"later":{"id":1,"later":null}},{"later":{"id":1,"later":null}}]}}""",
        await Run.Query(
            Engine(), "{ areas(count: 3) { later { id later { id } } } }", context: new RequestContext().With(new List<string>())));

    [Fact]
    public async Task Failing_load_fails_each_field_that_waits_for_it()
    {
        var context = new RequestContext().With(new List<string> { "broken" });
        var response = await Engine().ExecuteAsync(
            new GraphQLRequest("{ areas(count: 2) { parent { id } } }"), context, TestContext.Current.CancellationToken);
        Assert.True(response.HasData);
        Assert.Equal(["areas/0/parent", "areas/1/parent"], response.Errors.Select(error => string.Join('/', error.Path!)).Order());
        Assert.All(response.Errors, error => Assert.Equal(Errors.ErrorCodes.Internal, error.Code));
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other() => Assert.Equal(
        """{"data":{"a":["a"],"b":["a","b"],"c":["a","b","c"]}}""",
        await Run.Query(Engine(), """mutation { a: note(text: "a", ms: 20) b: note(text: "b", ms: 5) c: note(text: "c", ms: 0) }"""));

    [Fact]
    public async Task Failure_that_comes_late_bubbles_to_the_nearest_nullable_parent() => Assert.Equal(
        """{"data":null,"errors":[{"message":"slow failure","locations":[{"line":1,"column":37}],"path":["areas",0,"slow"],"extensions":{"code":"FAILED"}}]}""",
        await Run.Query(Engine(), "{ areas(count: 1) { a: slow(ms: 1)  slow(ms: 2, fail: true) } }"));

    [Fact]
    public async Task Null_in_one_of_many_plain_objects_empties_the_layer() => Assert.Equal(
        """{"data":{"layer":null},"errors":[{"message":"Cannot return null for non-nullable field Cell.name.","locations":[{"line":1,"column":49}],"path":["layer","cells",1999,"name"],"extensions":{"code":"INVALID_RESULT"}}]}""",
        await Run.Query(Engine(), "{ layer(cells: 2000, badAt: 1999) { cells { id, name } } }"));

    [Fact]
    public async Task Errors_stop_at_a_hundred_but_data_does_not()
    {
        var response = await Engine().ExecuteAsync(
            new GraphQLRequest("{ layer(cells: 500) { cells { odd } } }"), new RequestContext(), TestContext.Current.CancellationToken);
        Assert.True(response.HasData);
        Assert.Equal(101, response.Errors.Count);
        Assert.Equal("Too many errors; those after the first hundred are left out.", response.Errors[^1].Message);
    }

    [Fact]
    public async Task Lazy_sequence_is_enumerated_once_for_a_request()
    {
        var engine = Engine();
        Assert.Equal("""{"data":{"lazy":[1]}}""", await Run.Query(engine, "{ lazy }"));
        Assert.Equal("""{"data":{"lazy":[2]}}""", await Run.Query(engine, "{ lazy }"));
    }

    [Fact]
    public async Task Large_list_goes_out_while_it_is_written()
    {
        // The reader takes nothing before the writer has to wait: if the whole were gathered first, it would never wait.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024));
        var response = await Engine().ExecuteAsync(
            new GraphQLRequest("{ layer(cells: 20000) { cells { id value name } } }"), new RequestContext(), TestContext.Current.CancellationToken);
        var writing = WriteAsync();
        Assert.False(writing.IsCompleted);
        var (bytes, most, ended) = (0L, 0L, false);
        while (!ended)
        {
            var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
            (bytes, most, ended) = (bytes + read.Buffer.Length, Math.Max(most, read.Buffer.Length), read.IsCompleted);
            pipe.Reader.AdvanceTo(read.Buffer.End);
        }
        await writing;
        Assert.InRange(bytes, 600_000, long.MaxValue);
        Assert.InRange(most, 1, 200_000);

        async Task WriteAsync()
        {
            await response.WriteAsync(pipe.Writer, TestContext.Current.CancellationToken);
            await pipe.Writer.CompleteAsync();
        }
    }
}
