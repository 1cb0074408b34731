using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>Journeys over the map share one server and one browser.</summary>
[CollectionDefinition]
public sealed class OnTheMap : ICollectionFixture<SampleCity>, ICollectionFixture<Chromium>
{
    /// <summary>Twelve whole weeks whose reports are in.</summary>
    internal const string From = "2025-09-22";
    internal const string To = "2025-12-15";

    /// <summary>The address of the sample city's precincts in those weeks.</summary>
    /// <param name="city">The server.</param>
    /// <param name="more">More parameters of the address, such as <c>layers=risk</c>.</param>
    internal static Uri Address(SampleCity city, string more = "layers=areas") => new(city.Address, $"/?j=sample&kind=precinct&from={From}&to={To}&{more}");
}
