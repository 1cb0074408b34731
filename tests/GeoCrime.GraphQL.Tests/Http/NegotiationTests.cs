using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

namespace GeoCrime.GraphQL.Tests.Http;

public sealed class NegotiationTests
{
    public sealed record Root(int A)
    {
        public int Fails() => A == 1 ? throw new GraphQLException("no", "NO") : A;
    }

    private static readonly GraphQLEngine Engine = GraphQLEngine.Build("type Query { a: Int! fails: Int! }", bind => bind.Type("Query", new Root(1)));

    [Theory]
    [InlineData(null, ResponseMedia.Json)]
    [InlineData("*/*", ResponseMedia.Json)]
    [InlineData("application/json", ResponseMedia.Json)]
    [InlineData("application/graphql-response+json", ResponseMedia.GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=UTF-8, application/json; q=0.9", ResponseMedia.GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", ResponseMedia.Json)]
    [InlineData("text/event-stream", ResponseMedia.EventStream)]
    [InlineData("text/html, */*;q=0.1", ResponseMedia.Json)]
    [InlineData("text/html", null)]
    [InlineData("application/json;q=0", null)]
    [InlineData("application/json; charset=latin1", null)]
    public void Accept_chooses_the_form(string? accept, ResponseMedia? expected) => Assert.Equal(expected, ResponseMediaNegotiation.Choose(accept));

    [Theory]
    [InlineData("{ a }", 200, 200)]
    [InlineData("{ fails }", 200, 200)]
    [InlineData("{", 200, 400)]
    [InlineData("{ nope }", 200, 400)]
    [InlineData("query($a: Int!) { a @skip(if: $b) }", 200, 400)]
    public async Task Status_tells_failure_before_execution_in_the_new_form_alone(string query, int json, int graphQLResponse)
    {
        var response = await Engine.ExecuteAsync(new GraphQLRequest(query), new RequestContext(), TestContext.Current.CancellationToken);
        Assert.Equal(json, StatusCodes.Of(ResponseMedia.Json, response));
        Assert.Equal(graphQLResponse, StatusCodes.Of(ResponseMedia.GraphQLResponse, response));
    }

    [Theory]
    [InlineData("POST", "application/json", false, true)]
    [InlineData("POST", "application/json; charset=utf-8", false, true)]
    [InlineData("POST", "application/json; charset=utf-16", false, false)]
    [InlineData("POST", "text/plain", false, false)]
    [InlineData("POST", "application/x-www-form-urlencoded", false, false)]
    [InlineData("POST", null, false, false)]
    [InlineData("POST", "text/plain", true, true)]
    [InlineData("GET", null, false, true)]
    public void Post_that_another_site_could_forge_is_refused(string method, string? contentType, bool hasHeader, bool passes) =>
        Assert.Equal(passes, CrossSiteGuard.Check(method, contentType, hasHeader) is null);

    [Fact]
    public void Content_types_name_their_encoding() =>
        Assert.All(Enum.GetValues<ResponseMedia>(), media => Assert.EndsWith("; charset=utf-8", media.ContentType()));
}
