namespace LocalitySim.Simulation;

/// <summary>A replication failed; <see cref="Exception.InnerException"/> says why.</summary>
public sealed class ReplicationException : Exception
{
    /// <summary>Makes the exception without a cause.</summary>
    public ReplicationException()
        : this("A replication failed.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public ReplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What the replication threw.</param>
    public ReplicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for a replication.</summary>
    /// <param name="replication">The number of the replication, from 0.</param>
    /// <param name="innerException">What the replication threw.</param>
    public ReplicationException(int replication, Exception innerException)
        : base($"Replication {replication} failed: {innerException?.Message}", innerException) => Replication = replication;

    /// <summary>The number of the replication, from 0; <c>null</c> if not given.</summary>
    public int? Replication { get; }
}
