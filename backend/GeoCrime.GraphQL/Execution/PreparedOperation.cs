using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Execution;

/// <summary>A request whose document was parsed and validated and whose operation was chosen, or the errors of that.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    internal PreparedOperation(DocumentNode document, OperationNode operation, JsonElement variables)
    {
        Errors = [];
        Document = document;
        Operation = operation;
        Variables = variables;
    }

    /// <summary>What a host answers where it refuses a request before the document is looked at.</summary>
    public static PreparedOperation Refused(GraphQLError error) => new([error]);

    /// <summary>Empty where the operation may be executed.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Null where there are errors.</summary>
    public OperationKind? Kind => Operation?.Operation;

    internal DocumentNode? Document { get; }

    internal OperationNode? Operation { get; }

    internal JsonElement Variables { get; }
}
