using System.Net;

namespace GeoCrime.Api.Tests;

public class DataListenerTests(Servers servers)
{
    private const string ListenersSql = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN geocrime_data'";

    [Fact]
    public async Task Server_outlives_a_senseless_notice_and_a_lost_connection_and_listens_again()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 10);
        await using var server = await TestServer.StartAsync(database);
        var first = await ListenerAsync(server, null);

        await server.SqlAsync("NOTIFY geocrime_data, 'rubbish'");
        await server.SqlAsync($"SELECT pg_terminate_backend({first})");
        await ListenerAsync(server, first);

        using var response = await server.Http.GetAsync("/tiles/town/areas/9/106/194.mvt?kind=ward");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The database process that serves a listener other than the one given.</summary>
    private static async Task<int> ListenerAsync(TestServer server, int? other)
    {
        var patience = DateTime.UtcNow.AddMinutes(2);
        while (true)
        {
            var found = (await server.SqlAsync(ListenersSql)).Select(row => (int)row[0]!).Where(pid => pid != other).ToList();
            if (found.Count > 0)
                return found[0];
            Assert.True(DateTime.UtcNow < patience, "Nothing listens for new data.");
            await Task.Delay(200);
        }
    }
}
