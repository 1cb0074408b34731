using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.GraphQL.Http;

/// <summary>The HTTP status of a response (GraphQL over HTTP, section 6.4).</summary>
public static class StatusCodes
{
    /// <returns>200 where data is present; else 400, or the status that an error's code asks for.</returns>
    public static int Of(ResponseMedia media, Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var status = response.Errors.Select(error => Of(error.Code)).FirstOrDefault(status => status != 0);
        if (!response.IsRequestError)
            return 200;
        // Refusals that concern the transport show in every form; a document's faults only in the new one.
        return status != 0 ? status : media == ResponseMedia.GraphQLResponse ? 400 : 200;
    }

    // 0 where the code asks for no status of its own.
    private static int Of(string code) => code switch
    {
        ErrorCodes.BadRequest => 400,
        ErrorCodes.MutationByGet => 405,
        ErrorCodes.BodyTimeout => 408,
        ErrorCodes.BodyLimit => 413,
        ErrorCodes.CrossSite => 403,
        _ => 0,
    };
}
