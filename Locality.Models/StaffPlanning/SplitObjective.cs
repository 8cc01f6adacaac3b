namespace LocalitySim.Models;

/// <summary>Says what the best split of a service's posts makes as short as possible.</summary>
public enum SplitObjective
{
    /// <summary>The mean wait of all the service's children, wherever they live.</summary>
    Mean,

    /// <summary>The mean wait in the locality that waits longest.</summary>
    Worst,
}
