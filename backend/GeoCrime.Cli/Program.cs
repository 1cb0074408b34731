using System.CommandLine;
using GeoCrime.Cli;
using GeoCrime.Cli.Verbs;

var root = new RootCommand("GeoCrime turns incident records into maps people can act on. All results describe reported incidents.")
{
    MigrateVerb.Create(),
    ServeVerb.Create(),
    SampleVerb.Create(),
    ImportVerb.Create(),
    AreasVerb.Create(),
    ImportsVerb.Create(),
    UndoVerb.Create(),
    CategoriesVerb.Create(),
    BenchVerb.Create(),
    DensityVerb.Create(),
    ClustersVerb.Create(),
    HotspotsVerb.Create(),
    EmergingVerb.Create(),
    KnoxVerb.Create(),
    NearbyVerb.Create(),
    ForecastVerb.Create(),
    TrainVerb.Create(),
    BacktestVerb.Create(),
    GraphQLVerb.Create(),
    RiskVerb.Create(),
    StaffingVerb.Create(),
    IndicatorsVerb.Create(),
    PlacesVerb.Create(),
    DayFiguresVerb.Weather(),
    DayFiguresVerb.Events(),
    BriefingVerb.Create(),
};
foreach (var option in SessionOptions.All)
    root.Options.Add(option);

return await CommandRunner.RunAsync(root, args);
