namespace LocalitySim.Simulation;

/// <summary>Is the hold on units of a <see cref="Resource"/>, given back by <see cref="Dispose"/>. Dispose it once.</summary>
public readonly struct Lease : IDisposable, IEquatable<Lease>
{
    private readonly Resource? resource;

    // The number of the hold where holders are tracked; elsewhere zero, and never read.
    private readonly long hold;

    internal Lease(Resource resource, int units, long hold)
    {
        this.resource = resource;
        this.hold = hold;
        Units = units;
    }

    private Lease(bool balked)
        : this() => Balked = balked;

    /// <summary>Gets whether there are units: false if patience ran out first, or the queue was full.</summary>
    public bool Granted => resource is not null;

    /// <summary>Gets whether the process did not wait at all, for the queue was full.</summary>
    public bool Balked { get; }

    /// <summary>Gets the number of units held: zero if none were granted.</summary>
    public int Units { get; }

    /// <summary>The lease of one who did not join the queue.</summary>
    internal static Lease OfBalking => new(balked: true);

    /// <summary>Tells whether two leases are of the same resource and number of units; where holders are tracked, whether they are the same lease.</summary>
    /// <param name="left">One lease.</param>
    /// <param name="right">The other lease.</param>
    public static bool operator ==(Lease left, Lease right) => left.Equals(right);

    /// <summary>Tells whether two leases are not equal.</summary>
    /// <param name="left">One lease.</param>
    /// <param name="right">The other lease.</param>
    public static bool operator !=(Lease left, Lease right) => !left.Equals(right);

    /// <summary>Gives the units back. The first who waits gets them at the same instant.</summary>
    /// <exception cref="InvalidOperationException">Fewer units are in use than are given back: a lease was disposed twice.</exception>
    public void Dispose() => resource?.Release(Units, hold);

    /// <inheritdoc />
    public bool Equals(Lease other) =>
        ReferenceEquals(resource, other.resource) && Units == other.Units && Balked == other.Balked && hold == other.hold;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Lease other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Units;
}
