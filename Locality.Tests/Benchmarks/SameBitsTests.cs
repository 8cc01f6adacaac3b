using System.Globalization;
using Xunit;

namespace LocalitySim.Tests;

public sealed class SameBitsTests
{
    private static readonly Dictionary<string, string> AsTheMachineIs = [];

    [Fact]
    public void Raw_results_hash_to_the_same_for_one_two_four_and_eight_threads()
    {
        string ofOne = HashOf(1, AsTheMachineIs)["sha256"];

        Assert.Equal(64, ofOne.Length);
        for (int threads = 2; threads <= 8; threads *= 2)
        {
            Assert.Equal(ofOne, HashOf(threads, AsTheMachineIs)["sha256"]);
        }
    }

    [Fact]
    public void Raw_results_hash_to_the_same_without_wide_vectors_and_without_any_intrinsics()
    {
        Dictionary<string, string> plain = HashOf(2, AsTheMachineIs);
        Dictionary<string, string> narrow = HashOf(2, new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableAVX2"] = "0" });
        Dictionary<string, string> bare = HashOf(2, new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableHWIntrinsic"] = "0" });

        // Without these the comparison would compare nothing.
        Assert.Equal("0", narrow["avx2"]);
        Assert.Equal("0", bare["fma"]);
        Assert.Equal(plain["sha256"], narrow["sha256"]);
        Assert.Equal(plain["sha256"], bare["sha256"]);
    }

    private static Dictionary<string, string> HashOf(int threads, Dictionary<string, string> environment) =>
        EngineProcess.Run(environment, "hash", threads.ToString(CultureInfo.InvariantCulture));
}
