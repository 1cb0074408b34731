namespace GeoCrime.Data.Cluster;

/// <summary>What the private cluster sets beside PostgreSQL's defaults.</summary>
internal static class ClusterSettings
{
    public const string Text = """

        # GeoCrime: loopback only; durability stays on; sized for a small server.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        fsync = on
        shared_buffers = 256MB
        work_mem = 32MB
        maintenance_work_mem = 256MB
        max_wal_size = 4GB
        checkpoint_timeout = 15min
        wal_compression = on
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        """ + "\n";
}
