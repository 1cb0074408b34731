using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace GeoCrime.Api.Hosting;

/// <summary>Serves the built map application; every address that is no file is a view of it.</summary>
internal static class Frontend
{
    /// <summary>Ends the name of the brotli-compressed twin that the build puts beside each script and style.</summary>
    private const string Twin = ".br";

    public static void MapFrontend(this WebApplication app, string folder)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            app.MapFallback(() => Results.Text($"The map application is not built: {folder} is missing. ./run builds it; the API answers at /graphql.", statusCode: StatusCodes.Status503ServiceUnavailable));
            return;
        }
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0) && files.GetFileInfo(request.Path + Twin).Exists)
                request.Path += Twin;
            return next();
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = new TwinTypes(), OnPrepareResponse = Prepare });
        app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var (path, headers) = (file.Context.Request.Path, file.Context.Response.Headers);
        // Names under /assets carry a hash of their content.
        headers.CacheControl = path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        if (!path.Value!.EndsWith(Twin, StringComparison.Ordinal))
            return;
        headers.ContentEncoding = "br";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
    }

    /// <summary>A compressed file is of the type of what it holds.</summary>
    private sealed class TwinTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            types.TryGetContentType(subpath.EndsWith(Twin, StringComparison.Ordinal) ? subpath[..^Twin.Length] : subpath, out contentType);
    }
}
