namespace LocalitySim.Simulation;

/// <summary>What the fully sequential procedures share: observe all in play once more, compare all pairs, eliminate.</summary>
internal sealed class SequentialScreening
{
    private readonly SelectionRequest _request;
    private readonly bool _updatesVariances;
    private readonly SystemObserver _observer;
    private readonly PairedSquares _squares;
    private readonly int?[] _eliminatedAt;
    private readonly double[] _deviations;
    private readonly double[] _means;
    private readonly bool[] _beaten;
    private int[] _inPlay;
    private int _count;

    private SequentialScreening(ISystemSampler sampler, SelectionRequest request, bool updatesVariances, CancellationToken cancellationToken)
    {
        int systems = sampler.SystemCount;
        _request = request;
        _updatesVariances = updatesVariances;
        _observer = new SystemObserver(sampler, request.Objective, cancellationToken);
        _squares = new PairedSquares(systems);
        _eliminatedAt = new int?[systems];
        _deviations = new double[systems];
        _means = new double[systems];
        _beaten = new bool[systems];
        _inPlay = [.. Enumerable.Range(0, systems)];
    }

    internal static SelectionResult Run(
        ISystemSampler sampler,
        SelectionRequest request,
        bool updatesVariances,
        IProgress<SelectionProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(request);
        request.Check(sampler.SystemCount);
        if (sampler.SystemCount > PairedSquares.MostSystems)
        {
            throw new ArgumentException(
                $"sampler: found {sampler.SystemCount} systems; expected at most {PairedSquares.MostSystems}, for every pair has a variance. For more take KnockoutTournament.",
                nameof(sampler));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new SequentialScreening(sampler, request, updatesVariances, cancellationToken).Run(progress);
    }

    private SelectionResult Run(IProgress<SelectionProgress>? progress)
    {
        Observe(_request.FirstStage);
        bool open = Screen();
        Report(progress);
        while (_inPlay.Length > 1 && open)
        {
            Observe(1);
            open = Screen();
            Report(progress);
        }

        // Where the triangle has closed, only systems whose means are equal to the last bit are left: the first is as good as any.
        foreach (int tied in _inPlay.AsSpan(1))
        {
            _eliminatedAt[tied] = _count;
        }

        return new SelectionResult
        {
            Best = _inPlay[0],
            Systems = _observer.Evidence(_eliminatedAt, _request.Confidence),
            Observations = _observer.Observations,
            Stages = _count,
            Guarantee = new SelectionGuarantee(
                _request.Confidence, _request.IndifferenceZone, _request.Objective, _eliminatedAt.Length, _updatesVariances),
        };
    }

    private void Report(IProgress<SelectionProgress>? progress) =>
        progress?.Report(new SelectionProgress(_count, _inPlay.Length, _observer.Observations));

    private void Observe(int replications)
    {
        _observer.Observe(_inPlay, _count, replications, values =>
        {
            _count++;
            if (!_updatesVariances && _count > _request.FirstStage)
            {
                return;
            }

            for (int i = 0; i < values.Length; i++)
            {
                _deviations[i] = _count == 1 ? 0 : values[i] - _observer.Mean(_inPlay[i]);
            }

            _squares.Add(_inPlay, _deviations, _count);
        });
    }

    /// <summary>Eliminates whoever is behind another by more than the pair's continuation region; says whether any region is still open.</summary>
    private bool Screen()
    {
        for (int i = 0; i < _inPlay.Length; i++)
        {
            _means[i] = _observer.Mean(_inPlay[i]);
            _beaten[i] = false;
        }

        // h² S²/(2 δ r) = 2 η d S²/(2 δ r), and d S² is the sum of squares that is kept.
        int degreesOfFreedom = (_updatesVariances ? _count : _request.FirstStage) - 1;
        double eta = KimNelsonConstant.OfError((1 - _request.Confidence) / (_eliminatedAt.Length - 1), degreesOfFreedom).Eta;
        double height = eta / (_request.IndifferenceZone * _count);
        double slope = 0.5 * _request.IndifferenceZone;
        bool open = false;
        for (int i = 1; i < _inPlay.Length; i++)
        {
            double[] row = _squares.Row(_inPlay[i]);
            double mean = _means[i];
            for (int l = 0; l < i; l++)
            {
                double reach = (height * row[_inPlay[l]]) - slope;
                open |= reach > 0;
                double difference = mean - _means[l];
                if (Math.Abs(difference) > Math.Max(0, reach))
                {
                    _beaten[difference < 0 ? i : l] = true;
                }
            }
        }

        int kept = 0;
        for (int i = 0; i < _inPlay.Length; i++)
        {
            if (_beaten[i])
            {
                _eliminatedAt[_inPlay[i]] = _count;
            }
            else
            {
                _inPlay[kept++] = _inPlay[i];
            }
        }

        Array.Resize(ref _inPlay, kept);
        return open;
    }
}
