using System.Buffers;
using System.Text;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Http;

namespace GeoCrime.GraphQL.Tests.Http;

public sealed class RequestReaderTests
{
    [Fact]
    public void Body_gives_all_four_parameters()
    {
        var request = Read("""{"query":"{ a }","operationName":"A","variables":{"x":1},"extensions":{"e":true},"more":[]}""");
        Assert.Equal(("{ a }", "A"), (request.Query, request.OperationName));
        Assert.Equal(1, request.Variables.GetProperty("x").GetInt32());
        Assert.True(request.Extensions.GetProperty("e").GetBoolean());
    }

    [Theory]
    [InlineData("{", "The body is not valid JSON.")]
    [InlineData("", "The body is not valid JSON.")]
    [InlineData("[{\"query\":\"{ a }\"}]", "Batches of requests are not supported.")]
    [InlineData("\"{ a }\"", "The body must be a JSON object.")]
    [InlineData("{\"qeury\":\"{ a }\"}", "The parameter \"query\" is missing.")]
    [InlineData("{\"query\":1}", "The parameter \"query\" must be a string.")]
    [InlineData("{\"query\":\"{ a }\",\"operationName\":{}}", "The parameter \"operationName\" must be a string.")]
    [InlineData("{\"query\":\"{ a }\",\"variables\":[]}", "The parameter \"variables\" must be a map.")]
    [InlineData("{\"query\":\"{ a }\",\"extensions\":\"x\"}", "The parameter \"extensions\" must be a map.")]
    public void Malformed_body_is_refused(string body, string message)
    {
        var error = Assert.Throws<GraphQLException>(() => Read(body)).Error;
        Assert.Equal((message, ErrorCodes.BadRequest), (error.Message, error.Code));
    }

    [Fact]
    public void Body_nested_without_end_is_refused() =>
        Assert.Throws<GraphQLException>(() => Read($"{{\"query\":\"q\",\"variables\":{{\"a\":{new string('[', 10_000)}"));

    [Fact]
    public void Address_gives_all_four_parameters()
    {
        var given = new Dictionary<string, string> { ["query"] = "{ a }", ["operationName"] = "", ["variables"] = "{\"x\":1}", ["extensions"] = "null" };
        var request = RequestReader.FromParameters(given.GetValueOrDefault);
        Assert.Equal(("{ a }", null), (request.Query, request.OperationName));
        Assert.Equal(1, request.Variables.GetProperty("x").GetInt32());
    }

    [Theory]
    [InlineData("{", "The parameter \"variables\" is not valid JSON.")]
    [InlineData("[]", "The parameter \"variables\" must be a map.")]
    public void Malformed_address_is_refused(string variables, string message) => Assert.Equal(
        message,
        Assert.Throws<GraphQLException>(() => RequestReader.FromParameters(name => name == "query" ? "{ a }" : name == "variables" ? variables : null)).Message);

    [Fact]
    public void Persisted_document_is_found_by_its_hash()
    {
        var documents = new PersistedDocuments(["{ known }"], capacity: 1);
        Assert.Equal("{ known }", documents.Resolve(Named("{ known }", send: false)).Query);
        Assert.Equal("PersistedQueryNotFound", Assert.Throws<GraphQLException>(() => documents.Resolve(Named("{ first }", send: false))).Message);
        documents.Resolve(Named("{ first }", send: true));
        Assert.Equal("{ first }", documents.Resolve(Named("{ first }", send: false)).Query);
        // Full: the next is executed but not kept.
        Assert.Equal("{ second }", documents.Resolve(Named("{ second }", send: true)).Query);
        Assert.Throws<GraphQLException>(() => documents.Resolve(Named("{ second }", send: false)));
    }

    [Fact]
    public void Document_that_is_not_the_hashed_one_is_refused()
    {
        var request = Named("{ a }", send: true) with { Query = "{ b }" };
        Assert.Equal("The hash is not that of the document.", Assert.Throws<GraphQLException>(() => new PersistedDocuments([]).Resolve(request)).Message);
    }

    private static GraphQLRequest Named(string document, bool send)
    {
        var query = send ? $"\"query\":\"{document}\"," : "";
        var persisted = $"{{\"version\":1,\"sha256Hash\":\"{PersistedDocuments.Hash(document).ToUpperInvariant()}\"}}";
        return Read($"{{{query}\"extensions\":{{\"persistedQuery\":{persisted}}}}}");
    }

    private static GraphQLRequest Read(string body) => RequestReader.FromJson(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)));
}
