using Microsoft.Extensions.FileProviders;

namespace GeoCrime.Api.Hosting;

/// <summary>Serves the built map application; every address that is no file is a view of it.</summary>
internal static class Frontend
{
    public static void MapFrontend(this WebApplication app, string folder)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            app.MapFallback(() => Results.Text($"The map application is not built: {folder} is missing. ./run builds it; the API answers at /graphql.", statusCode: StatusCodes.Status503ServiceUnavailable));
            return;
        }
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // Names under /assets carry a hash of their content.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }
}
