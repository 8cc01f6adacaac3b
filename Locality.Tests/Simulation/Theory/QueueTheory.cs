using MathNet.Numerics.LinearAlgebra;

namespace LocalitySim.Tests;

/// <summary>Holds exact values of queueing theory, worked out by other means than simulation.</summary>
internal static class QueueTheory
{
    /// <summary>Returns the chance of waiting in M/M/c.</summary>
    public static double ErlangC(int servers, double load) => LocalitySim.Simulation.ErlangC.DelayProbability(servers, load);

    /// <summary>Returns the mean wait in M/M/c.</summary>
    public static double MeanWait(int servers, double arrivalRate, double meanService) =>
        new LocalitySim.Simulation.ErlangC(servers, arrivalRate, meanService).MeanWait;

    /// <summary>Returns the mean stretch E[T]/E[S] of M/G/R processor sharing with a pace of at most 1.</summary>
    public static double Stretch(int capacity, double load) => 1 + (ErlangC(capacity, load) / (capacity - load));

    /// <summary>Returns the stationary distribution of a birth–death chain, cut off where it has become negligible.</summary>
    public static double[] BirthDeath(Func<int, double> birth, Func<int, double> death)
    {
        List<double> weights = [1];
        double sum = 1;
        for (int state = 0; weights[^1] > 1e-18 * sum || weights[^1] >= weights[^2]; state++)
        {
            weights.Add(weights[^1] * birth(state) / death(state + 1));
            sum += weights[^1];
        }

        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Returns the stationary distribution of the number in M/M/c, with exponential patience while waiting if given.</summary>
    public static double[] NumberInSystem(int servers, double arrivalRate, double meanService, double? meanPatience = null) =>
        BirthDeath(
            _ => arrivalRate,
            number => (Math.Min(number, servers) / meanService) + (Math.Max(0, number - servers) / (meanPatience ?? double.PositiveInfinity)));

    /// <summary>Returns the stationary distribution of the number left behind at a gate: Q' = max(Q + A − limit, 0), A Poisson.</summary>
    public static double[] LeftAtGate(double meanArrivals, int limit)
    {
        const int States = 2000;
        double[] arrivals = new double[States];
        arrivals[0] = Math.Exp(-meanArrivals);
        for (int count = 1; count < States; count++)
        {
            arrivals[count] = arrivals[count - 1] * meanArrivals / count;
        }

        double[] left = new double[States];
        left[0] = 1;
        double change = 1;
        while (change > 1e-14)
        {
            double[] next = new double[States];
            for (int queue = 0; queue < States && left[queue] > 0; queue++)
            {
                for (int count = 0; count < States && arrivals[count] > 1e-20; count++)
                {
                    next[Math.Clamp(queue + count - limit, 0, States - 1)] += left[queue] * arrivals[count];
                }
            }

            change = left.Zip(next, (before, after) => Math.Abs(before - after)).Sum();
            left = next;
        }

        return left;
    }

    /// <summary>Returns the mean of a distribution on 0, 1, 2 ….</summary>
    public static double Mean(double[] probabilities) => probabilities.Select((probability, state) => probability * state).Sum();

    /// <summary>
    /// Returns the mean wait in M/H₂/c under first come first served, exactly, as a quasi-birth–death process: the level is the
    /// number in the system, the phase how many of those in service are of the first class; who is served next is of the first
    /// class with that class's share of arrivals. Source: Neuts, "Matrix-geometric solutions in stochastic models" (1981).
    /// </summary>
    public static double MeanWaitOfTwoClasses(int servers, double rate1, double mean1, double rate2, double mean2)
    {
        double rate = rate1 + rate2;
        double share1 = rate1 / rate;
        MatrixBuilder<double> build = Matrix<double>.Build;

        // Above the level of all servers busy: up, down and the whole rate out of each phase.
        Matrix<double> up = build.DenseIdentity(servers + 1) * rate;
        Matrix<double> down = build.Dense(servers + 1, servers + 1);
        Matrix<double> local = build.Dense(servers + 1, servers + 1);
        for (int first = 0; first <= servers; first++)
        {
            double leave1 = first / mean1;
            double leave2 = (servers - first) / mean2;
            local[first, first] = -(rate + leave1 + leave2);
            down[first, first] = (leave1 * share1) + (leave2 * (1 - share1));
            if (first > 0)
            {
                down[first, first - 1] = leave1 * (1 - share1);
            }

            if (first < servers)
            {
                down[first, first + 1] = leave2 * share1;
            }
        }

        Matrix<double> ratio = build.Dense(servers + 1, servers + 1);
        double change = 1;
        while (change > 1e-15)
        {
            Matrix<double> next = up * (-(local + (ratio * down))).Inverse();
            change = (next - ratio).InfinityNorm();
            ratio = next;
        }

        // Below it, level by level: the vector of level n is that of level n − 1 times ratios[n].
        Matrix<double>[] ratios = new Matrix<double>[servers + 1];
        Matrix<double> drain = ratio * down;
        for (int level = servers; level > 0; level--)
        {
            Matrix<double> here = build.Dense(level + 1, level + 1, (row, column) => row == column
                ? -(rate + (row / mean1) + ((level - row) / mean2))
                : 0);
            Matrix<double> enter = build.Dense(level, level + 1, (row, column) => column == row ? rate2 : column == row + 1 ? rate1 : 0);
            Matrix<double> leave = build.Dense(level + 1, level, (row, column) => column == row ? (level - row) / mean2 : column == row - 1 ? row / mean1 : 0);
            ratios[level] = enter * (-(here + drain)).Inverse();
            drain = ratios[level] * leave;
        }

        Vector<double> vector = Vector<double>.Build.Dense(1, 1);
        double total = 1;
        for (int level = 1; level < servers; level++)
        {
            vector *= ratios[level];
            total += vector.Sum();
        }

        vector *= ratios[servers];
        Matrix<double> inverse = (build.DenseIdentity(servers + 1) - ratio).Inverse();
        total += (vector * inverse).Sum();
        double queue = (vector * ratio * inverse * inverse).Sum() / total;
        return queue / rate;
    }
}
