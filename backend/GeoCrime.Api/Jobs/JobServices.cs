using GeoCrime.Data;
using GeoCrime.Data.Schema;
using Npgsql;
using Quartz;

namespace GeoCrime.Api.Jobs;

internal static class JobServices
{
    /// <summary>Quartz on the product's own database, ready to be shared by several processes.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, GeoCrimeDatabase database)
    {
        // Quartz's tables live in the product's schema too.
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { SearchPath = $"{GeoCrimeContext.SchemaName},public" };
        services.AddQuartz(quartz => quartz
            .UsePersistentStore(store => store
                .UsePostgres(connection.ConnectionString)
                .UseClustering()
                .ProvisionSchema()));
        services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = false);
        services.AddSingleton<JobQueue>();
        return services;
    }
}
