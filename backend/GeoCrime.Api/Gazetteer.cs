using GeoCrime.Api.Hosting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Api;

/// <summary>Finds a jurisdiction and its snapshot by code: the first step of every request.</summary>
public sealed class Gazetteer(IJurisdictions jurisdictions, IIncidentColumns columns)
{
    public async Task<Jurisdiction?> FindAsync(string code, AccessPolicy policy, CancellationToken cancellationToken) =>
        (await jurisdictions.AllAsync(policy, cancellationToken)).FirstOrDefault(jurisdiction => jurisdiction.Code == code);

    /// <exception cref="UnknownNameException">There is no such jurisdiction; the message lists those there are.</exception>
    public async Task<IncidentColumns> ColumnsAsync(string code, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var all = await jurisdictions.AllAsync(policy, cancellationToken);
        var found = all.FirstOrDefault(jurisdiction => jurisdiction.Code == code)
            ?? throw new UnknownNameException($"There is no jurisdiction '{code}'; there are: {string.Join(", ", all.Select(jurisdiction => jurisdiction.Code))}.");
        return await columns.GetAsync(found, policy, cancellationToken);
    }
}
