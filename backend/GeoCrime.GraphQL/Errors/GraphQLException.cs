namespace GeoCrime.GraphQL.Errors;

/// <summary>An error that the client may read: thrown by resolvers, and by the parser for syntax errors.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>What a resolver throws; the engine adds the field's locations and path.</summary>
    public GraphQLException(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null)
        : this(new GraphQLError(message, code, extensions: extensions))
    {
    }

    public GraphQLException(GraphQLError error)
        : base(error.Message)
    {
        Error = error;
    }

    public GraphQLError Error { get; }
}
