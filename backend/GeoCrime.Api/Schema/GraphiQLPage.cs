namespace GeoCrime.Api.Schema;

/// <summary>GraphiQL, the query editor, for a browser that opens /graphql.</summary>
internal static class GraphiQLPage
{
    /// <summary>The second page that the frontend's build makes.</summary>
    private const string FileName = "graphiql.html";

    /// <summary>Whether a browser opens the address, rather than a program asks it.</summary>
    public static bool IsAskedBy(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
        && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("extensions");

    public static Task SendAsync(HttpContext context, string frontendFolder)
    {
        var (response, file) = (context.Response, Path.GetFullPath(Path.Combine(frontendFolder, FileName)));
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.CacheControl = "no-cache";
        if (!File.Exists(file))
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return response.WriteAsync("GraphiQL is not built: ./run builds it. Programs ask here with Accept: application/json.");
        }
        response.ContentType = "text/html; charset=utf-8";
        return response.SendFileAsync(file, context.RequestAborted);
    }
}
