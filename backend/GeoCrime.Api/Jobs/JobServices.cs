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
            // A stop ends a training within one batch and hands it to the next start; a kill leaves it to the cluster's recovery.
            .ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always)
            .UsePersistentStore(store => store
                .UsePostgres(connection.ConnectionString)
                .UseClustering()
                .ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true)
                .ProvisionSchema()));
        services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
        services.AddSingleton<JobQueue>();
        services.AddHostedService<WaitingRuns>();
        return services;
    }
}
