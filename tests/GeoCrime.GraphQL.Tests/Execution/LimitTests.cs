using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Execution;

public sealed class LimitTests
{
    private const string Sdl = """
        type Query { page(first: Int = 10): [Node!]! many: [Node!]! dear: Int! wait: Int! deaf: Int! }
        type Node { id: ID! page(first: Int = 10): [Node!]! self: Node! }
        """;

    public sealed class Query
    {
        [Cost(50)]
        public int Dear => 1;

        public IReadOnlyList<Node> Page(int first) => [new Node($"{first}")];

        [Cost(2, Items = 20)]
        public IReadOnlyList<Node> Many() => [];

        public async Task<int> Wait(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return 1;
        }

        public Task<int> Deaf() => new TaskCompletionSource<int>().Task;
    }

    public sealed record Node(string Id)
    {
        public Node Self => this;

        public IReadOnlyList<Node> Page(int first) => [new Node($"{first}")];
    }

    [Theory]
    [InlineData("{ page { id } }", 1)]
    [InlineData("{ page(first: 3) { page { id } } }", 4)]
    [InlineData("{ page(first: 3) { page(first: 5) { self { id } } } }", 19)]
    [InlineData("query($n: Int = 7) { page(first: $n) { self { id } } }", 8)]
    [InlineData("{ many { self { id } } }", 22)]
    [InlineData("{ dear a: dear __typename }", 100)]
    [InlineData("{ ...F } fragment F on Query { dear page(first: 2) { ...G } } fragment G on Node { self { id } }", 53)]
    [InlineData("{ page(first: -5) { self { id } } }", 2)]
    public void Cost_is_weights_times_page_sizes(string query, long cost)
    {
        Assert.Empty(Refusals(query, new EngineOptions { MaxCost = cost }));
        if (cost > 1)
            Assert.Equal(
                [(ErrorCodes.CostLimit, $"The operation costs {cost}; {cost - 1} is allowed.")], Refusals(query, new EngineOptions { MaxCost = cost - 1 }));
    }

    [Fact]
    public void Cost_beyond_all_numbers_is_refused()
    {
        var query = string.Concat(Enumerable.Repeat("{ page(first: 10000) ", 30)) + "{ id }" + new string('}', 30);
        Assert.Equal(ErrorCodes.CostLimit, Assert.Single(Refusals(query, new EngineOptions { MaxCost = long.MaxValue - 1 })).Code);
    }

    [Fact]
    public void Page_size_is_limited_wherever_it_comes_from()
    {
        var options = new EngineOptions { MaxPageSize = 9 };
        Assert.Equal(
            [(ErrorCodes.PageSizeLimit, "The page size 10 of page(first:) is too great; 9 is allowed.")], Refusals("{ page { id } }", options));
        Assert.Equal(ErrorCodes.PageSizeLimit, Assert.Single(Refusals("query($n: Int) { page(first: $n) { id } }", options, """{"n":11}""")).Code);
        Assert.Empty(Refusals("{ page(first: 9) { id } }", options));
    }

    [Fact]
    public void Depth_counts_through_fragments()
    {
        var options = new EngineOptions { Parsing = new ParserLimits(Depth: 4) };
        const string query = "{ page { ...A } } fragment A on Node { self { ...B } } fragment B on Node { self { self { id } } }";
        Assert.Equal([(ErrorCodes.DepthLimit, "The operation is 5 levels deep; 4 are allowed.")], Refusals(query, options));
    }

    [Theory]
    [InlineData("{ wait }")]
    [InlineData("{ deaf }")]
    public async Task Time_limit_ends_the_operation_even_when_a_resolver_does_not_listen(string query)
    {
        var engine = Engine(new EngineOptions { TimeLimit = TimeSpan.FromMilliseconds(30) });
        Assert.Equal(
            """{"data":null,"errors":[{"message":"The operation took longer than 0.03 s.","extensions":{"code":"TIME_LIMIT"}}]}""",
            await Run.Query(engine, query));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_thrown()
    {
        using var source = new CancellationTokenSource();
        var running = Engine(new EngineOptions()).ExecuteAsync(new GraphQLRequest("{ wait }"), new RequestContext(), source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void Introspection_can_be_switched_off()
    {
        var options = new EngineOptions { Introspection = false };
        Assert.Equal(
            [(ErrorCodes.IntrospectionOff, "Introspection is switched off.")], Refusals("{ __type(name: \"Node\") { name } }", options));
        Assert.Empty(Refusals("{ __typename }", options));
    }

    [Fact]
    public void Options_are_checked_when_they_are_made()
    {
        Assert.StartsWith("MaxCost must be 1 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { MaxCost = 0 }).Message);
        Assert.StartsWith("MaxPageSize must be 1 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { MaxPageSize = 0 }).Message);
        Assert.StartsWith("TimeLimit must be positive.", Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { TimeLimit = default }).Message);
        Assert.StartsWith("MaxBodyBytes must be 1 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { MaxBodyBytes = 0 }).Message);
        Assert.StartsWith(
            "RememberedDocuments must be 0 or more.", Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { RememberedDocuments = -1 }).Message);
    }

    [Fact]
    public void Attack_documents_are_refused_each_with_its_code()
    {
        Assert.Equal(ErrorCodes.DepthLimit, Refuse("{ page " + string.Concat(Enumerable.Repeat("{ self ", 5_000))));
        Assert.Equal(ErrorCodes.AliasLimit, Refuse($"{{ {string.Concat(Enumerable.Range(0, 3_000).Select(i => $"a{i}: dear "))} }}"));
        Assert.Equal(ErrorCodes.TokenLimit, Refuse($"{{ {string.Concat(Enumerable.Repeat("dear ", 20_000))} }}"));
        Assert.Equal(ErrorCodes.ValidationFailed, Refuse("{ page { ...A } } fragment A on Node { self { ...B } } fragment B on Node { self { ...A } }"));
        Assert.Equal(ErrorCodes.ValidationFailed, Refuse("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"));
        Assert.Equal(ErrorCodes.DepthLimit, Refuse($"{{ page(first: {new string('[', 5_000)}"));
        // Fragments that double at each level: 2^20 paths in few tokens.
        var doubling = "{ page { ...F0 } } " + string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"fragment F{i} on Node {{ a: self {{ ...F{i + 1} }} b: self {{ ...F{i + 1} }} }} ")) + "fragment F20 on Node { id }";
        Assert.Equal(ErrorCodes.CostLimit, Refuse(doubling));

        static string Refuse(string query) => Assert.Single(Refusals(query, new EngineOptions())).Code;
    }

    private static GraphQLEngine Engine(EngineOptions options) =>
        GraphQLEngine.Build(Sdl, bind => bind.Type("Query", new Query()).Type<Node>("Node"), options);

    private static List<(string Code, string Message)> Refusals(string query, EngineOptions options, string variables = "{}")
    {
        var request = new GraphQLRequest(query, Variables: JsonDocument.Parse(variables).RootElement);
        var response = Engine(options).ExecuteAsync(request, new RequestContext(), TestContext.Current.CancellationToken);
        return [.. response.Result.Errors.Select(error => (error.Code, error.Message))];
    }
}
