namespace GeoCrime.GraphQL.Errors;

/// <summary>The values of <c>extensions.code</c> that the engine itself gives; resolvers add their own.</summary>
public static class ErrorCodes
{
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string BadRequest = "BAD_REQUEST";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string OperationNotFound = "OPERATION_RESOLUTION_FAILURE";
    public const string MutationByGet = "MUTATION_BY_GET";
    public const string CrossSite = "CROSS_SITE_REQUEST";
    public const string IntrospectionOff = "INTROSPECTION_OFF";
    public const string PersistedDocumentNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedDocumentsOnly = "PERSISTED_QUERY_ONLY";
    public const string BodyLimit = "BODY_LIMIT";
    public const string BodyTimeout = "BODY_TIMEOUT";
    public const string TokenLimit = "TOKEN_LIMIT";
    public const string DepthLimit = "DEPTH_LIMIT";
    public const string AliasLimit = "ALIAS_LIMIT";
    public const string CostLimit = "COST_LIMIT";
    public const string TimeLimit = "TIME_LIMIT";
    public const string PageSizeLimit = "PAGE_SIZE_LIMIT";

    /// <summary>A resolver broke its contract: null in a non-null position, a value its type cannot represent.</summary>
    public const string InvalidResult = "INVALID_RESULT";

    /// <summary>Unforeseen; <c>extensions.id</c> is the id under which it was logged.</summary>
    public const string Internal = "INTERNAL";
}
