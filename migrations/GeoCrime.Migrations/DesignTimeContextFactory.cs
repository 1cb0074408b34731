using GeoCrime.Data;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore.Design;

namespace GeoCrime.Migrations;

/// <summary>Lets <c>dotnet ef migrations add NAME --project migrations/GeoCrime.Migrations</c> read the model; connects to nothing.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<GeoCrimeContext>
{
    public GeoCrimeContext CreateDbContext(string[] args) =>
        new GeoCrimeDatabase("Host=127.0.0.1;Database=geocrime").Context();
}
