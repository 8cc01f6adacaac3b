namespace LocalitySim.Tests;

/// <summary>
/// A queue with Poisson arrivals and exponential lengths whose servers fail and are repaired, each by itself and busy or not; a
/// case with a server that is down stands still. Its Markov chain is solved by Gauss–Seidel, with the line cut off at a length.
/// </summary>
internal sealed class BreakdownQueue(int servers, double arrivals, double services, double failures, double repairs)
{
    private const int Longest = 150;

    private readonly Dictionary<(int Up, int UpBusy, int DownBusy, int Line), int> numbers = [];
    private readonly List<List<(int From, double Rate)>> into = [];
    private readonly List<double> outOf = [];

    /// <summary>Returns the mean number who wait for a server.</summary>
    internal double MeanWaiting()
    {
        List<(int Up, int UpBusy, int DownBusy, int Line)> states = [];
        for (int line = 0; line <= Longest; line++)
        {
            for (int up = 0; up <= servers; up++)
            {
                // With a line, no server that is up is idle.
                for (int upBusy = line > 0 ? up : 0; upBusy <= up; upBusy++)
                {
                    for (int downBusy = 0; downBusy <= servers - up; downBusy++)
                    {
                        numbers.Add((up, upBusy, downBusy, line), states.Count);
                        states.Add((up, upBusy, downBusy, line));
                        into.Add([]);
                        outOf.Add(0);
                    }
                }
            }
        }

        foreach ((int up, int busy, int stopped, int line) in states)
        {
            var from = (up, busy, stopped, line);
            if (busy < up)
            {
                Add(from, (up, busy + 1, stopped, line), arrivals);
            }
            else if (line < Longest)
            {
                Add(from, (up, busy, stopped, line + 1), arrivals);
            }

            Add(from, line > 0 ? (up, busy, stopped, line - 1) : (up, busy - 1, stopped, line), busy * services);
            Add(from, (up - 1, busy - 1, stopped + 1, line), busy * failures);
            Add(from, (up - 1, busy, stopped, line), (up - busy) * failures);
            Add(from, (up + 1, busy + 1, stopped - 1, line), stopped * repairs);
            int idle = servers - up - stopped;
            Add(from, line > 0 ? (up + 1, busy + 1, stopped, line - 1) : (up + 1, busy, stopped, line), idle * repairs);
        }

        double[] chances = Solve();
        return states.Select((state, index) => state.Line * chances[index]).Sum();
    }

    private void Add((int Up, int UpBusy, int DownBusy, int Line) from, (int Up, int UpBusy, int DownBusy, int Line) to, double rate)
    {
        if (rate > 0)
        {
            into[numbers[to]].Add((numbers[from], rate));
            outOf[numbers[from]] += rate;
        }
    }

    private double[] Solve()
    {
        double[] chances = [.. Enumerable.Repeat(1.0 / into.Count, into.Count)];
        double moved = 1;
        for (int round = 0; round < 20_000 && moved > 1e-13; round++)
        {
            moved = 0;
            for (int index = 0; index < chances.Length; index++)
            {
                double sum = 0;
                foreach ((int from, double rate) in into[index])
                {
                    sum += chances[from] * rate;
                }

                double chance = sum / outOf[index];
                moved = Math.Max(moved, Math.Abs(chance - chances[index]));
                chances[index] = chance;
            }

            double total = chances.Sum();
            for (int index = 0; index < chances.Length; index++)
            {
                chances[index] /= total;
            }
        }

        return chances;
    }
}
