using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Finds the authority, and the model, that a command on need is asked about.</summary>
internal static class NeedAuthority
{
    /// <summary>Returns the authority's place in the data, or says why there is none.</summary>
    /// <param name="data">The data.</param>
    /// <param name="named">What the option says; null if it was not given.</param>
    /// <param name="scenario">The scenario's name, which serves where the option was not given.</param>
    /// <param name="leftOut">The codes of authorities left out.</param>
    /// <param name="refusals">Takes what is wrong.</param>
    internal static int? Find(NeedData data, string? named, string scenario, ImmutableArray<string> leftOut, List<string> refusals)
    {
        string name = (named ?? scenario).Replace("&", "and", StringComparison.Ordinal);
        if (data.IndexOf(name) is not { } unit)
        {
            string? meant = data.Nearest(name);
            refusals.Add($"--authority: found '{named ?? scenario}'{(named is null ? ", the scenario's name" : "")}; expected an authority of {data.Name}, by name or code{(meant is null ? "" : $"; did you mean '{meant}'?")}");
            return null;
        }

        if (leftOut.Contains(data.Authorities[unit].Code, StringComparer.Ordinal))
        {
            refusals.Add($"--authority: found {data.Authorities[unit].Name}, which is left out; expected another, or --without none");
            return null;
        }

        return unit;
    }

    /// <summary>Reads a saved model; null where none was named.</summary>
    internal static NeedModel? ReadModel(string? path, TextWriter error, out bool isBad)
    {
        isBad = false;
        if (path is null)
        {
            return null;
        }

        (NeedModel? model, ImmutableArray<ScenarioProblem> problems) = NeedModelJson.ReadFile(path);
        isBad = model is null;
        if (isBad)
        {
            error.WriteLine(ScenarioException.Describe(problems));
        }

        return model;
    }
}
