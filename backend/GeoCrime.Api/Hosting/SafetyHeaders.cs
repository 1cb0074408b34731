namespace GeoCrime.Api.Hosting;

/// <summary>Answers only requests that name this machine, and tells browsers to load nothing from elsewhere.</summary>
/// <remarks>The host check stops pages of other sites that point a name of theirs at 127.0.0.1 (DNS rebinding).</remarks>
internal sealed class SafetyHeaders(RequestDelegate next, BaseMapSettings baseMap)
{
    private const string Rest = "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private readonly string policy = Policy(string.Concat(baseMap.AllowedOrigins.Select(origin => $" {origin}")));

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return context.Response.WriteAsync("This server answers at 127.0.0.1 and localhost only.");
        }
        // At the start of the response: the handler of exceptions clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <param name="origins">Where the base map may come from, each after a space.</param>
    private static string Policy(string origins) => $"default-src 'self'; connect-src 'self'{origins}; img-src 'self' data: blob:{origins}; {Rest}";
}
