using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace GeoCrime.Data.Cluster;

/// <summary>
/// GeoCrime's own PostgreSQL cluster in a folder: loopback only, its own port, a random password (scram), fsync on.
/// Several processes may use it at once; the last one to leave stops it. A process that was killed leaves it running or
/// stale, and the next <see cref="AcquireAsync"/> takes it up or lets PostgreSQL recover it.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const string Role = "geocrime";
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(90);
    private readonly string folder;
    private readonly PostgresPrograms programs;
    private FileStream? inUse;

    private PrivateCluster(string folder, PostgresPrograms programs, string connectionString, FileStream inUse)
    {
        this.folder = folder;
        this.programs = programs;
        this.inUse = inUse;
        ConnectionString = connectionString;
    }

    /// <summary>Reaches the database <c>geocrime</c> as a role that owns it but is no superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates the cluster where it is missing, starts it where it is stopped, and counts this process as a user of it.</summary>
    /// <param name="folder">Holds the cluster, its password and its log; created with access for the owner alone.</param>
    /// <param name="cancellationToken">Ends the wait for another process that is just starting or stopping the cluster.</param>
    /// <exception cref="ClusterException">PostgreSQL or PostGIS is missing, its account cannot reach the folder, the folder cannot be made, or the start failed.</exception>
    public static async Task<PrivateCluster> AcquireAsync(string folder, CancellationToken cancellationToken = default)
    {
        folder = Path.GetFullPath(folder);
        var programs = PostgresPrograms.Find();
        Make(folder);
        programs.EnsureReaches(folder);
        await using var starting = await LockAsync(StartLock(folder), FileShare.None, cancellationToken);
        var inUse = await LockAsync(UseLock(folder), FileShare.Read, cancellationToken);
        try
        {
            var password = Directory.Exists(DataFolder(folder)) && File.Exists(PasswordFile(folder))
                ? await File.ReadAllTextAsync(PasswordFile(folder), cancellationToken)
                : await CreateAsync(folder, programs, cancellationToken);
            var port = await StartAsync(folder, programs, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return new PrivateCluster(folder, programs, ConnectionTo(port, Role, password, Role), inUse);
        }
        catch
        {
            await inUse.DisposeAsync();
            await StopUnusedAsync(folder, programs);
            throw;
        }
    }

    /// <summary>Leaves the cluster; stops it when no other process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (inUse is null)
            return;
        await using var starting = await LockAsync(StartLock(folder), FileShare.None, CancellationToken.None);
        await inUse.DisposeAsync();
        inUse = null;
        NpgsqlConnection.ClearAllPools();
        await StopUnusedAsync(folder, programs);
    }

    /// <summary>Stops a running cluster that no process uses; the caller holds the start lock.</summary>
    private static async Task StopUnusedAsync(string folder, PostgresPrograms programs)
    {
        if (TryLock(UseLock(folder), FileShare.None) is not { } alone)
            return;
        await using (alone)
            if (await IsRunningAsync(folder, programs))
                await programs.RunAsync("pg_ctl", ["stop", "-D", DataFolder(folder), "-m", "fast", "-w", "-t", "180"]);
    }

    private static async Task<bool> IsRunningAsync(string folder, PostgresPrograms programs) =>
        await programs.SucceedsAsync("pg_ctl", ["status", "-D", DataFolder(folder)]) && !PostmasterFile.IsStale(DataFolder(folder));

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"The folder {folder} cannot be made: {error.Message} Choose another one with --data DIR.", error);
        }
    }

    private static async Task<string> CreateAsync(string folder, PostgresPrograms programs, CancellationToken cancellationToken)
    {
        // A creation that was cut off left no password file, so nothing in it was ever used.
        if (Directory.Exists(DataFolder(folder)))
        {
            if (await IsRunningAsync(folder, programs))
                await programs.RunAsync("pg_ctl", ["stop", "-D", DataFolder(folder), "-m", "immediate", "-w"]);
            Directory.Delete(DataFolder(folder), recursive: true);
        }
        Directory.CreateDirectory(DataFolder(folder));
        programs.GiveTo(DataFolder(folder));
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var passwordFile = Path.Combine(folder, "initdb.password");
        await WriteSecretAsync(passwordFile, password, cancellationToken);
        programs.GiveTo(passwordFile);
        await programs.RunAsync("initdb",
            ["-D", DataFolder(folder), "-U", "postgres", "--pwfile", passwordFile, "--auth=scram-sha-256", "-E", "UTF8", "--no-locale", "--data-checksums"]);
        File.Delete(passwordFile);
        await File.AppendAllTextAsync(Path.Combine(DataFolder(folder), "postgresql.conf"), ClusterSettings.Text, cancellationToken);
        var port = await StartAsync(folder, programs, cancellationToken);
        await CreateDatabaseAsync(port, password, cancellationToken);
        await WriteSecretAsync(PasswordFile(folder), password, cancellationToken);
        return password;
    }

    private static async Task CreateDatabaseAsync(int port, string password, CancellationToken cancellationToken)
    {
        await ExecuteAsync(ConnectionTo(port, "postgres", password, "postgres"), $"CREATE ROLE {Role} LOGIN CREATEDB PASSWORD '{password}'", cancellationToken);
        // The extension stands in template1 so that every database of this cluster (tests make their own) has it.
        await ExecuteAsync(ConnectionTo(port, "postgres", password, "template1"), "CREATE EXTENSION IF NOT EXISTS postgis", cancellationToken);
        await ExecuteAsync(ConnectionTo(port, "postgres", password, "postgres"), $"CREATE DATABASE {Role} OWNER {Role}", cancellationToken);
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> StartAsync(string folder, PostgresPrograms programs, CancellationToken cancellationToken)
    {
        var data = DataFolder(folder);
        if (await IsRunningAsync(folder, programs))
            return PostmasterFile.Port(data);
        cancellationToken.ThrowIfCancellationRequested();
        PostmasterFile.RemoveStale(data);
        var port = FreePort();
        await programs.RunAsync("pg_ctl", ["start", "-D", data, "-w", "-t", "120", "-l", Path.Combine(data, "server.log"), "-o", $"-p {port}"]);
        return port;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WriteSecretAsync(string path, string text, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), cancellationToken);
    }

    /// <summary>An advisory lock on a file, which the kernel drops when its process ends, however it ends.</summary>
    private static async Task<FileStream> LockAsync(string path, FileShare share, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + LockPatience;
        while (true)
        {
            if (TryLock(path, share) is { } file)
                return file;
            if (DateTime.UtcNow > deadline)
                throw new ClusterException($"Another process has been starting or stopping the database for {LockPatience.TotalSeconds:0} s (lock {path}).");
            await Task.Delay(100, cancellationToken);
        }
    }

    private static FileStream? TryLock(string path, FileShare share)
    {
        try
        {
            if (!File.Exists(path))
                File.Create(path).Dispose();
            return new FileStream(path, FileMode.Open, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string ConnectionTo(int port, string user, string password, string database) =>
        $"Host=127.0.0.1;Port={port};Username={user};Password={password};Database={database}";

    private static string DataFolder(string folder) => Path.Combine(folder, "postgres");

    private static string PasswordFile(string folder) => Path.Combine(folder, "password");

    private static string StartLock(string folder) => Path.Combine(folder, "start.lock");

    private static string UseLock(string folder) => Path.Combine(folder, "in-use.lock");
}
