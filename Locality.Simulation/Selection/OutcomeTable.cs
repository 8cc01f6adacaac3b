namespace LocalitySim.Simulation;

/// <summary>Checked outcomes of systems by replication.</summary>
internal sealed class OutcomeTable
{
    private readonly IReadOnlyList<IReadOnlyList<double>> _values;

    internal OutcomeTable(IReadOnlyList<IReadOnlyList<double>> values, Objective objective)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            throw new ArgumentException($"values: found {values.Count} systems; expected two or more.", nameof(values));
        }

        Direction = SelectionGuard.Direction(objective);
        _values = values;
        Systems = values.Count;
        Replications = values[0].Count;
        Means = new double[Systems];
        Variances = new double[Systems];
        for (int system = 0; system < Systems; system++)
        {
            int found = values[system].Count;
            if (found < 2 || found != Replications)
            {
                throw new ArgumentException(
                    $"values[{system}]: found {found} replications; expected {Math.Max(2, Replications)}, as many for each system and two or more.",
                    nameof(values));
            }

            Tally tally = new();
            for (int replication = 0; replication < found; replication++)
            {
                tally.Add(NumberGuard.Finite(values[system][replication], $"values[{system}]", replication));
            }

            (Means[system], Variances[system]) = (tally.Mean!.Value, tally.Variance!.Value);
        }

        for (int system = 1; system < Systems; system++)
        {
            Best = Direction * Means[system] > Direction * Means[Best] ? system : Best;
        }
    }

    internal int Systems { get; }

    internal int Replications { get; }

    /// <summary>What a mean is multiplied by so that greater is better.</summary>
    internal int Direction { get; }

    /// <summary>The system with the best mean, the lowest-numbered of equals.</summary>
    internal int Best { get; }

    internal double[] Means { get; }

    internal double[] Variances { get; }

    internal double this[int system, int replication] => _values[system][replication];
}
