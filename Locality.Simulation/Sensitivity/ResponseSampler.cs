using System.Globalization;
using System.Text;

namespace LocalitySim.Simulation;

/// <summary>Evaluates a response at points, on several threads, with the same results for any number of them.</summary>
internal static class ResponseSampler
{
    /// <summary>Checks what all analyses take.</summary>
    internal static void Check(IReadOnlyList<ParameterRange> parameters, int replications, int threads)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
        {
            throw new ArgumentException("parameters: found none; expected one or more.", nameof(parameters));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ParameterRange parameter in parameters)
        {
            ArgumentNullException.ThrowIfNull(parameter, nameof(parameters));
            if (!names.Add(parameter.Name))
            {
                throw new ArgumentException($"parameters: found '{parameter.Name}' twice; expected each name once.", nameof(parameters));
            }
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
    }

    /// <summary>
    /// Evaluates each task, whose number gives its point and replication, and gives the values in the order of tasks. A failure is
    /// that of the lowest task. Cancelled, it gives what is finished, and null for the rest.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The response gave NaN or an infinite number.</exception>
    /// <exception cref="ReplicationException">The response threw.</exception>
    internal static double?[] Evaluate(
        Response response,
        IReadOnlyList<ParameterRange> parameters,
        int tasks,
        Func<int, (double[] Point, int Replication)> at,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        double?[] values = new double?[tasks];
        try
        {
            Run(
                tasks,
                threads,
                task =>
                {
                    (double[] point, int replication) = at(task);
                    double value = response(point, replication);
                    values[task] = value;
                    return value;
                },
                (task, failure) =>
                {
                    (double[] point, int replication) = at(task);
                    string message = $"At {Describe(parameters, point)}: {failure.Message}";
                    return new ReplicationException(replication, new InvalidOperationException(message, failure));
                },
                cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is finished stays; the caller says whether it is enough to go by.
        }

        for (int task = 0; task < tasks; task++)
        {
            if (values[task] is { } value && !double.IsFinite(value))
            {
                (double[] point, int replication) = at(task);
                throw NumberGuard.Refusal(
                    value,
                    string.Create(CultureInfo.InvariantCulture, $"response at {Describe(parameters, point)} in replication {replication}"),
                    "a finite number");
            }
        }

        return values;
    }

    /// <summary>Counts the groups of tasks, from the first on, of which every task is finished.</summary>
    internal static int Complete(double?[] values, int groupSize)
    {
        int unfinished = Array.FindIndex(values, value => value is null);
        return (unfinished < 0 ? values.Length : unfinished) / groupSize;
    }

    /// <summary>Runs tasks on the calling thread if one is enough, for then starting another would cost more than a cheap task.</summary>
    internal static double[] Run(
        int tasks, int threads, Func<int, double> evaluate, Func<int, Exception, Exception> failed, CancellationToken cancellationToken)
    {
        if (threads > 1)
        {
            try
            {
                return ReplicationRunner.Run(tasks, threads, (task, _) => evaluate(task), cancellationToken: cancellationToken);
            }
            catch (ReplicationException exception) when (exception.Replication is int task && exception.InnerException is { } inner)
            {
                throw failed(task, inner);
            }
        }

        double[] values = new double[tasks];
        for (int task = 0; task < tasks; task++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                values[task] = evaluate(task);
            }
#pragma warning disable CA1031 // Whatever it is, it is carried to the caller.
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                throw failed(task, exception);
            }
        }

        return values;
    }

    private static string Describe(IReadOnlyList<ParameterRange> parameters, double[] point)
    {
        StringBuilder text = new();
        for (int j = 0; j < point.Length; j++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(j == 0 ? "" : ", ")}{parameters[j].Name} = {point[j]}");
        }

        return text.ToString();
    }
}
