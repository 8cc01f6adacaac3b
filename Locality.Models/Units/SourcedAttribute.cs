namespace LocalitySim.Models;

/// <summary>Gives the standing and the source of the default value beside which it stands.</summary>
/// <param name="standing">How well the figure is known.</param>
/// <param name="source">Where it comes from, in words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SourcedAttribute(Standing standing, string source) : Attribute
{
    /// <summary>Gets how well the figure is known.</summary>
    public Standing Standing { get; } = standing;

    /// <summary>Gets where the figure comes from.</summary>
    public string Source { get; } = source;
}
