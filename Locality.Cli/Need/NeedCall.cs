using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is one call of a command on need: the table it read, what is wrong with the options, and where its words go.</summary>
internal sealed class NeedCall(NeedData data, ImmutableArray<string> leftOut, string? json, TextWriter output, TextWriter error, List<string> refusals)
{
    internal NeedData Data => data;

    /// <summary>Gets the codes of the authorities that are left out.</summary>
    internal ImmutableArray<string> LeftOut => leftOut;

    internal TextWriter Output => output;

    internal TextWriter Error => error;

    /// <summary>Gets what is wrong with the options: all of it is found before any of it is said.</summary>
    internal List<string> Refusals => refusals;

    /// <summary>Returns whether the options ask for something impossible, and says what.</summary>
    internal bool IsRefused()
    {
        Refusals.AddRange(RunRefusals.FindFile("--json", json));
        Refusals.ForEach(error.WriteLine);
        return Refusals.Count > 0;
    }

    /// <summary>Does what the library may refuse; says why and returns null if it does.</summary>
    internal T? Try<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (ArgumentException refusal)
        {
            error.WriteLine(RefusalText.Of(refusal));
            return null;
        }
    }

    /// <summary>Shows how far a long work is, where a person looks on.</summary>
    internal T Show<T>(string what, int total, Func<IProgress<int>, T> work) => ProgressBar.Show(error, what, total, work);

    /// <summary>Writes the results: words, unless JSON takes standard output, and JSON where it was asked for.</summary>
    internal void Write<T>(Action<TextWriter> words, Func<T> results)
    {
        if (!JsonOutput.TakesOutput(json))
        {
            words(output);
        }

        if (json is not null)
        {
            JsonOutput.Write(json, results(), output);
        }
    }
}
