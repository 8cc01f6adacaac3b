using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Is one line of a trace: what happened to whom, and when.</summary>
/// <param name="Time">The simulated time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">Whom or what it happened to: the name of a process or resource, or "kind 2 of entity 7".</param>
/// <param name="Detail">What changed, or what is waited for; absent where there is nothing to add.</param>
public readonly record struct TraceEntry(double Time, TraceKind Kind, string Subject, string? Detail)
{
    /// <summary>Writes the line: "3.5 Visit waits for desk".</summary>
    /// <returns>The line, the same in every culture.</returns>
    public override string ToString()
    {
        string verb = Kind switch
        {
            TraceKind.Occurs => "occurs",
            TraceKind.Waits => "waits",
            TraceKind.Resumes => "resumes",
            TraceKind.Ends => "ends",
            TraceKind.Fails => "fails",
            _ => "changes",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Time:R} {Subject} {verb}{(Detail is null ? "" : " ")}{Detail}");
    }
}
