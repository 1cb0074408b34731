using GeoCrime.Api.Hosting;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.GraphQL.Http;
using Microsoft.AspNetCore.Http.Features;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace GeoCrime.Api.Uploads;

/// <summary>/uploads: takes files as raw bodies; GraphQL then says what to do with them.</summary>
internal static class UploadEndpoints
{
    private const int LongestName = 300;

    public static void MapUploads(this WebApplication app)
    {
        app.MapPost("/uploads", SaveAsync);
        app.MapDelete("/uploads/{id}", Remove);
    }

    private static async Task<IResult> SaveAsync(string name, HttpContext context, UploadStore store)
    {
        Guard(context);
        if (name.Length is 0 or > LongestName)
            throw new ArgumentException($"The name of the file has {name.Length} characters; 1…{LongestName} are allowed.");
        if (context.Request.ContentLength > store.MostBytes)
            throw store.TooLarge();
        // The store counts the bytes itself, and says what is allowed.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        try
        {
            var upload = await store.SaveAsync(name, context.Request.Body, context.RequestAborted);
            return Results.Json(new { id = upload.Id, name = upload.Name, bytes = upload.Bytes }, statusCode: StatusCodes.Status201Created);
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested)
        {
            throw new OperationCanceledException("The sender went away.", error);
        }
    }

    private static IResult Remove(string id, HttpContext context, UploadStore store)
    {
        Guard(context);
        return store.Remove(id) ? Results.NoContent() : throw new UnknownNameException("There is no such file, or it is no longer kept.");
    }

    /// <summary>As for GraphQL: a page of another site cannot set this header without asking first, and is not allowed to.</summary>
    private static void Guard(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(CrossSiteGuard.PreflightHeader))
            throw new UnauthorizedAccessException($"The request must carry the header {CrossSiteGuard.PreflightHeader}.");
    }
}
