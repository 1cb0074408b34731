using GeoCrime.Data.Reading;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

namespace GeoCrime.Api.Schema;

/// <summary>/graphql: the engine, bound to this API's schema, over HTTP; GraphiQL for a browser that brings no query.</summary>
internal static class GraphQLEndpoint
{
    private const string OtherSites = "GraphQL";
    private static readonly TimeSpan PreflightHolds = TimeSpan.FromMinutes(10);

    /// <summary>Lets pages of the configured origins ask; without any, browsers keep other sites out.</summary>
    public static void AddGraphQLOrigins(this IServiceCollection services, GraphQLSettings settings) => services.AddCors(cors => cors.AddPolicy(OtherSites, policy => policy
        .WithOrigins([.. settings.Origins])
        .WithMethods("GET", "POST")
        .WithHeaders("Accept", "Authorization", "Content-Type", "If-None-Match", CrossSiteGuard.PreflightHeader)
        .WithExposedHeaders("ETag")
        .SetPreflightMaxAge(PreflightHolds)));

    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static void MapGraphQL(this WebApplication app, GraphQLSettings settings, string frontendFolder)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("GeoCrime.GraphQL");
        var engine = GraphQLEngine.Build(ServedSchema.Sdl, bind => Bind(bind, app.Services), settings.ToOptions((id, error) => log.LogError(error, "Reference {Reference}", id)));
        var persisted = new PersistedDocuments(settings.ReadDocuments(), onlyKnown: settings.PersistedOnly);
        var http = new GraphQLHttp(engine, persisted, app.Services.GetRequiredService<DataState>().ReadAsync);
        app.MapMethods("/graphql", ["GET", "POST"], context => GraphiQLPage.IsAskedBy(context.Request) ? GraphiQLPage.SendAsync(context, frontendFolder) : http.AnswerAsync(context))
            .RequireCors(OtherSites);
    }

    internal static void Bind(Bindings bind, IServiceProvider services) => bind
        .AddScalars()
        .Type("Query", services.GetRequiredService<QueryResolvers>())
        .Type("Mutation", services.GetRequiredService<MutationResolvers>())
        .Type("Subscription", services.GetRequiredService<SubscriptionResolvers>())
        .Type<JurisdictionNode>("Jurisdiction")
        .Type<AreaNode>("Area")
        .Type<IncidentNode>("Incident")
        .Type<RunNode>("Run");
}
