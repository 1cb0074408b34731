using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Execution;

/// <summary>A document that was parsed and validated.</summary>
/// <param name="Document">Null where it could not be parsed.</param>
/// <param name="Errors">Empty where it may be executed.</param>
internal sealed record CheckedDocument(DocumentNode? Document, IReadOnlyList<GraphQLError> Errors);
