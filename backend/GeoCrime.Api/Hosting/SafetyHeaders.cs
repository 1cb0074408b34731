namespace GeoCrime.Api.Hosting;

/// <summary>Answers only requests that name this machine, and tells browsers to load nothing from elsewhere.</summary>
/// <remarks>The host check stops pages of other sites that point a name of theirs at 127.0.0.1 (DNS rebinding).</remarks>
internal sealed class SafetyHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

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
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
