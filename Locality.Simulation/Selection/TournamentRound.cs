namespace LocalitySim.Simulation;

/// <summary>A round of a knockout tournament: matches side by side, each until it is decided.</summary>
internal sealed class TournamentRound
{
    private readonly SelectionRequest _request;
    private readonly double _eta;

    // Match m is between systems 2m and 2m + 1 of this list; those not decided come first.
    private readonly int[] _pairs;
    private readonly double[] _means;
    private readonly double[] _squares;
    private readonly List<int> _losers = [];
    private int _open;
    private int _count;

    /// <summary>Draws up a round.</summary>
    /// <param name="inPlay">The systems, the best first if they are seeded.</param>
    /// <param name="seeded">Whether the first meets the last, and so on; or else neighbours meet.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="error">The probability with which a match may go to the worse system, above 0 and below ½.</param>
    internal TournamentRound(int[] inPlay, bool seeded, SelectionRequest request, double error)
    {
        _request = request;
        _eta = KimNelsonConstant.OfError(error, request.FirstStage - 1).Eta;
        _open = inPlay.Length / 2;
        _pairs = new int[2 * _open];
        _means = new double[_open];
        _squares = new double[_open];
        int odd = inPlay.Length % 2;
        for (int match = 0; match < _open; match++)
        {
            (_pairs[2 * match], _pairs[(2 * match) + 1]) = seeded
                ? (inPlay[match + odd], inPlay[^(match + 1)])
                : (inPlay[2 * match], inPlay[(2 * match) + 1]);
        }
    }

    /// <summary>Who has lost, in the order of the decisions.</summary>
    internal IReadOnlyList<int> Losers => _losers;

    /// <summary>Plays all matches.</summary>
    /// <param name="observer">Observes.</param>
    /// <param name="firstReplication">The first replication of this round.</param>
    /// <returns>The number of replications that the longest match has taken.</returns>
    internal int Play(SystemObserver observer, int firstReplication)
    {
        observer.Observe(_pairs, firstReplication, _request.FirstStage, Add);
        Decide();
        while (_open > 0)
        {
            observer.Observe(_pairs.AsSpan(0, 2 * _open), firstReplication + _count, 1, Add);
            Decide();
        }

        return _count;
    }

    private void Add(double[] values)
    {
        _count++;
        for (int match = 0; match < _open; match++)
        {
            double difference = values[2 * match] - values[(2 * match) + 1];
            double delta = difference - _means[match];
            _means[match] += delta / _count;
            if (_count <= _request.FirstStage)
            {
                _squares[match] += delta * (difference - _means[match]);
            }
        }
    }

    /// <summary>Takes out the matches that are decided, the others keeping their order.</summary>
    private void Decide()
    {
        double height = _eta / (_request.IndifferenceZone * _count);
        double slope = 0.5 * _request.IndifferenceZone;
        int kept = 0;
        for (int match = 0; match < _open; match++)
        {
            (int first, int second) = (_pairs[2 * match], _pairs[(2 * match) + 1]);
            double reach = (height * _squares[match]) - slope;
            double mean = _means[match];
            if (Math.Abs(mean) > Math.Max(0, reach) || reach <= 0)
            {
                // Means equal to the last bit when the region has closed: the first goes on.
                _losers.Add(mean < 0 ? first : second);
                continue;
            }

            (_pairs[2 * kept], _pairs[(2 * kept) + 1]) = (first, second);
            (_means[kept], _squares[kept]) = (mean, _squares[match]);
            kept++;
        }

        _open = kept;
    }
}
