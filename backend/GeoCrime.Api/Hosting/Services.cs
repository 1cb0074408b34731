using GeoCrime.Api.Jobs;
using GeoCrime.Api.Schema;
using GeoCrime.Data;
using GeoCrime.Data.Columns;
using GeoCrime.Data.Ledger;
using GeoCrime.Data.Reading;
using GeoCrime.Data.Tiles;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Changes;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Incidents;
using GeoCrime.Studies.Nearby;
using GeoCrime.Studies.NearRepeat;
using GeoCrime.Studies.Places;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;
using GeoCrime.Studies.Stability;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Api.Hosting;

/// <summary>Which class serves which port, and the studies over them.</summary>
internal static class Services
{
    public static IServiceCollection AddGeoCrime(this IServiceCollection services, WebServerOptions options)
    {
        services.AddSingleton(options);
        // An instance, so that the container does not dispose what is the caller's.
        services.AddSingleton(options.Database);
        services.AddSingleton<IJurisdictions, JurisdictionReader>();
        services.AddSingleton<IIncidentColumns>(provider => new IncidentColumnStore(provider.GetRequiredService<GeoCrimeDatabase>()));
        services.AddSingleton<IIncidents, IncidentReader>();
        services.AddSingleton<ITiles, TileReader>();
        services.AddSingleton<DataState>();
        services.AddSingleton<IRuns, RunLedger>();
        services.AddSingleton<IForecasts, ForecastStore>();
        services.AddSingleton<IModels, ModelStore>();
        services.AddSingleton<LiveRuns>(_ => new LiveRuns());
        services.AddSingleton<DensityStudy>();
        services.AddSingleton<DensityChangeStudy>();
        services.AddSingleton<DensityFrameStudy>();
        services.AddSingleton<ChangeStudy>();
        services.AddSingleton<ClusterStudy>();
        services.AddSingleton<HotspotStudy>();
        services.AddSingleton<EmergingStudy>();
        services.AddSingleton<NearRepeatStudy>();
        services.AddSingleton<PlaceForecastStudy>();
        services.AddSingleton<StabilityStudy>();
        services.AddSingleton<IContextPlaces, ContextPlaceReader>();
        services.AddSingleton<PlaceCorrelationStudy>();
        services.AddSingleton<IncidentBinning>();
        services.AddSingleton<ForecastStudy>();
        services.AddSingleton<CoherentForecastStudy>();
        services.AddSingleton<ForecastTraining>();
        services.AddSingleton<LeaderboardStudy>();
        services.AddSingleton<MoverStudy>();
        services.AddSingleton<DecompositionStudy>();
        services.AddSingleton<DiagnosticsStudy>();
        services.AddSingleton<DefectsStudy>();
        services.AddSingleton<RiskStudy>();
        services.AddSingleton<StaffingStudy>();
        services.AddSingleton<FirstStudies>();
        services.AddSingleton<Retraining>();
        services.AddSingleton<DataWork>();
        services.AddSingleton<IIndicators, IndicatorReader>();
        services.AddSingleton<IDayFigures, DayFigureReader>();
        services.AddSingleton<FeedbackStudy>();
        services.AddSingleton<Gazetteer>();
        services.AddSingleton<QueryResolvers>();
        services.AddSingleton<MutationResolvers>();
        services.AddSingleton<SubscriptionResolvers>();
        services.AddHostedService<DataListener>();
        services.AddJobs(options.Database);
        return services;
    }
}
