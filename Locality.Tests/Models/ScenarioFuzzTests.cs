using System.Text;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioFuzzTests
{
    private static readonly string[] Scraps =
    [
        "-", ":", ": ", "[", "]", "{", "}", "&a ", "*a ", "!!x ", "<<: ", "? ", "| ", "> ", "'", "\"", "\\", "#", "%", "@", "\t", "\n", "\r", "\n  ", "---\n", "...\n",
        "null", "~", "true", ".nan", ".inf", "1e999", "-1", "0", "99999999999999999999999", "0x10", "2025-02-30", "é", "\u2028", "\uFEFF", "\0", ",", "fte", "share: 2",
    ];

    [Fact]
    public void Whatever_happens_to_a_scenario_reading_it_ends_in_a_scenario_or_in_problems()
    {
        string original = File.ReadAllText(Path.Combine(Repository.Derby, SmallScenario.Yaml));
        AssertReadable(SmallScenario.Yaml, original, mutations: 500, seed: 20250401);
    }

    [Fact]
    public void Whatever_happens_to_a_scenario_with_every_key_reading_it_ends_in_a_scenario_or_in_problems()
    {
        using SmallScenario folder = RichScenario.Create();
        AssertReadable(folder, SmallScenario.Yaml, RichScenario.Yaml.ReplaceLineEndings("\n"), mutations: 600, seed: 20250403);
    }

    [Theory]
    [InlineData(SmallScenario.Areas, 1)]
    [InlineData(SmallScenario.Neighbours, 2)]
    public void Whatever_happens_to_a_table_reading_it_ends_in_a_scenario_or_in_problems(string file, int seed) =>
        AssertReadable(file, File.ReadAllText(Path.Combine(Repository.Derby, file)), mutations: 200, seed);

    private static void AssertReadable(string file, string original, int mutations, int seed)
    {
        using SmallScenario folder = new();
        foreach (string name in new[] { SmallScenario.Yaml, SmallScenario.Areas, SmallScenario.Neighbours })
        {
            folder.Write(name, File.ReadAllBytes(Path.Combine(Repository.Derby, name)));
        }

        AssertReadable(folder, file, original, mutations, seed);
    }

    private static void AssertReadable(SmallScenario folder, string file, string original, int mutations, int seed)
    {
        Random random = new(seed);
        int refused = 0;
        for (int mutation = 0; mutation < mutations; mutation++)
        {
            byte[] bytes = Mutate(original, random);
            folder.Write(file, bytes);
            ScenarioReading reading = ScenarioFolder.Read(folder.Folder);
            Assert.Equal(reading.Scenario is null, !reading.Problems.IsEmpty);
            Assert.All(reading.Problems, problem => Assert.DoesNotContain(problem.ToString(), char.IsControl));
            refused += reading.Scenario is null ? 1 : 0;
        }

        // Mutations that were all refused, or none, would test only one of the two ends.
        Assert.InRange(refused, mutations / 4, mutations - 1);
    }

    private static byte[] Mutate(string original, Random random)
    {
        StringBuilder text = new(original);
        for (int edit = random.Next(1, 4); edit > 0; edit--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                case 3:
                    text[at] = (char)random.Next(1, 0x180);
                    break;
                default:
                    text.Remove(at, length).Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(20) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
