using GeoCrime.Api.Layers;
using GeoCrime.Api.Schema;
using GeoCrime.Api.Tiles;
using GeoCrime.Api.Uploads;
using GeoCrime.Data;
using Microsoft.AspNetCore.ResponseCompression;

namespace GeoCrime.Api.Hosting;

/// <param name="Database">Open and migrated; stays the caller's.</param>
/// <param name="Port">TCP port on 127.0.0.1; 0 takes a free one.</param>
/// <param name="FrontendFolder">The built map application (frontend/dist).</param>
/// <param name="GisDataFolder">Profiles, styles and the sample city.</param>
/// <param name="Settings">Configuration over that of appsettings.json and the environment, such as <c>GraphQL:MaxCost</c>.</param>
public sealed record WebServerOptions(
    GeoCrimeDatabase Database, int Port, string FrontendFolder, string GisDataFolder, IReadOnlyDictionary<string, string?>? Settings = null)
{
    /// <summary>Where files that are sent wait for their import; made when the first one comes.</summary>
    public string UploadFolder { get; init; } = Path.Combine(Path.GetTempPath(), $"geocrime-uploads-{Environment.UserName}");

    /// <summary>Whether forecasts of new jurisdictions are trained before somebody asks.</summary>
    public bool TrainsUnasked { get; init; } = true;
}

/// <summary>The web application: GraphQL, tiles, layer files and the map, on loopback.</summary>
public static class WebServer
{
    private const long MostRequestBytes = 1 << 20;

    /// <summary>Layer addresses hold their parameters, a drawn polygon among them.</summary>
    private const int MostAddressBytes = 32 << 10;

    private static readonly System.Text.Json.JsonSerializerOptions BaseMapJson = new(System.Text.Json.JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Builds the application; the caller starts and stops it.</summary>
    /// <exception cref="ArgumentException">A setting is unknown or out of range.</exception>
    public static WebApplication Build(WebServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(options.Settings ?? new Dictionary<string, string?>());
        var graphQL = GraphQLSettings.Read(builder.Configuration);
        var baseMap = BaseMapSettings.Read(builder.Configuration);
        var uploads = UploadSettings.Read(builder.Configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its warnings tell of recoveries and stops, which are part of every start after a kill.
        builder.Logging.AddFilter("Quartz", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(MostRequestBytes, graphQL.MaxBodyBytes);
            kestrel.Limits.MaxRequestLineSize = MostAddressBytes;
        });
        builder.Services.AddResponseCompression(compression => compression.MimeTypes =
            ["text/html", "text/css", "text/javascript", "application/javascript", "application/json", "application/graphql-response+json", "application/geo+json", "application/vnd.mapbox-vector-tile", "image/svg+xml"]);
        builder.Services.AddSingleton<IResponseCompressionProvider, LargeAnswers>();
        builder.Services.AddGraphQLOrigins(graphQL);
        builder.Services.AddProblemDetails();
        builder.Services.AddRequestTimeouts();
        // A missing parameter is answered by Problems, which says what is missing.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddGeoCrime(options);
        builder.Services.AddSingleton(uploads.Open(options.UploadFolder));
        builder.Services.AddHostedService<UploadSweeper>();

        var app = builder.Build();
        app.UseMiddleware<SafetyHeaders>(baseMap);
        // Problems logs what was not foreseen; a client's bad request is no error of the server.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.WriteAsync, SuppressDiagnosticsCallback = _ => true });
        app.UseResponseCompression();
        app.UseRequestTimeouts();
        app.UseCors();
        app.MapGraphQL(graphQL, options.FrontendFolder);
        app.MapTiles();
        app.MapLayers(options.GisDataFolder);
        app.MapStaffing();
        app.MapGet("/settings/base-map.json", () => Results.Json(new { baseMap.Style, baseMap.Raster, baseMap.Attribution }, BaseMapJson));
        app.MapUploads();
        app.MapImportFiles();
        app.MapGet("/health", () => Results.Text("ok"));
        // Without these an unknown layer would be answered by the map's page, as if it were there.
        app.MapFallback("/tiles/{**rest}", Nothing);
        app.MapFallback("/layers/{**rest}", Nothing);
        app.MapFallback("/imports/{**rest}", Nothing);
        app.MapFallback("/categories/{**rest}", Nothing);
        app.MapFrontend(options.FrontendFolder);
        return app;
    }

    private static IResult Nothing(HttpContext context) => throw new UnknownNameException($"There is nothing at {context.Request.Path}.");
}
