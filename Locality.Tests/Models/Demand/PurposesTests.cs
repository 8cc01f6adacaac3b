using System.Reflection;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class PurposesTests
{
    [Fact]
    public void No_two_purposes_of_the_model_share_a_number_or_a_name()
    {
        Purpose[] purposes =
            [.. typeof(Purposes).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Purpose>()];
        Assert.True(purposes.Length >= 13, $"Only {purposes.Length} purposes were found: is the list still where it was?");

        // The table refuses what is not unique.
        _ = new PurposeTable(purposes);
    }
}
