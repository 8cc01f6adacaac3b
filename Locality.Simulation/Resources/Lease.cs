namespace LocalitySim.Simulation;

/// <summary>Is the hold on one unit of a <see cref="Resource"/>, given back by <see cref="Dispose"/>. Dispose it once.</summary>
public readonly struct Lease : IDisposable, IEquatable<Lease>
{
    private readonly Resource? resource;

    // The number of the hold where holders are tracked; elsewhere zero, and never read.
    private readonly long hold;

    internal Lease(Resource resource, long hold)
    {
        this.resource = resource;
        this.hold = hold;
    }

    /// <summary>Gets whether there is a unit: false if patience ran out first.</summary>
    public bool Granted => resource is not null;

    /// <summary>Tells whether two leases are of the same resource; where holders are tracked, whether they are the same lease.</summary>
    /// <param name="left">One lease.</param>
    /// <param name="right">The other lease.</param>
    public static bool operator ==(Lease left, Lease right) => left.Equals(right);

    /// <summary>Tells whether two leases are not equal.</summary>
    /// <param name="left">One lease.</param>
    /// <param name="right">The other lease.</param>
    public static bool operator !=(Lease left, Lease right) => !left.Equals(right);

    /// <summary>Gives the unit back. The first who waits gets it at the same instant.</summary>
    /// <exception cref="InvalidOperationException">No unit of the resource is in use: a lease was disposed twice.</exception>
    public void Dispose() => resource?.Release(hold);

    /// <inheritdoc />
    public bool Equals(Lease other) => ReferenceEquals(resource, other.resource) && hold == other.hold;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Lease other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => resource is null ? 0 : 1;
}
