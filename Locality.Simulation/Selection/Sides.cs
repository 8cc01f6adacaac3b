namespace LocalitySim.Simulation;

/// <summary>In which directions a difference may lie.</summary>
public enum Sides
{
    /// <summary>In one: greater, or less, is known to be asked.</summary>
    One,

    /// <summary>In both: the size of the difference counts.</summary>
    Two,
}
