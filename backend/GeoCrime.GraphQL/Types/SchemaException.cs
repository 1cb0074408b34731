using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Types;

/// <summary>A schema that breaks the rules of section 3, or resolvers that do not fit it.</summary>
public sealed class SchemaException : Exception
{
    public SchemaException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join(Environment.NewLine, errors))
    {
        Errors = errors;
    }

    /// <summary>All problems found, each naming the element it concerns.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
