using Xunit;

namespace LocalitySim.Tests;

/// <summary>Compares the engine with one that is right by inspection, on small random models full of ties.</summary>
public sealed class ReferenceEngineTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2_500)]
    [InlineData(5_000)]
    [InlineData(7_500)]
    public void Small_models_go_line_by_line_as_in_a_plain_engine(int first)
    {
        for (int number = first; number < first + 2_500; number++)
        {
            SmallModel model = SmallModelGenerator.Make(number);
            List<TraceLine> expected = PlainInterpreter.Run(model);
            (List<TraceLine> trace, Exception? error) = EngineInterpreter.Run(model);
            if (error is not null || !trace.SequenceEqual(expected))
            {
                Assert.Fail(Report(model, expected, trace, error));
            }
        }
    }

    [Fact]
    public void The_models_meet_every_kind_of_step_and_every_way_for_it_to_end()
    {
        SortedSet<string> seen = new(StringComparer.Ordinal);
        for (int number = 0; number < 1_000; number++)
        {
            SmallModel model = SmallModelGenerator.Make(number);
            int[] reached = new int[model.Programs.Count];
            foreach (TraceLine line in PlainInterpreter.Run(model).Where(line => line.Actor >= 0))
            {
                if (line.What is "begins")
                {
                    reached[line.Actor] = (int)line.First!;
                }

                seen.Add($"{model.Programs[line.Actor].Steps[reached[line.Actor]].GetType().Name} {line.What}");
            }
        }

        Assert.Equal(Expected().Order(StringComparer.Ordinal), seen.Where(pair => !pair.EndsWith(" ends", StringComparison.Ordinal)));

        static IEnumerable<string> Expected()
        {
            foreach (Type step in typeof(Step).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Where(type => type.IsSubclassOf(typeof(Step))))
            {
                yield return $"{step.Name} begins";
                string ways = step.Name switch
                {
                    nameof(Step.Delay) or nameof(Step.DelayUntil) or nameof(Step.PassBatchGate) => "done interrupted cancelled",
                    nameof(Step.Share) => "done evicted interrupted cancelled",
                    nameof(Step.Acquire) => "done interrupted cancelled balked out of patience",
                    nameof(Step.Serve) => "done interrupted cancelled balked out of patience lost",
                    nameof(Step.CallForResult) => "done interrupted cancelled left out",
                    nameof(Step.AwaitProcess) or nameof(Step.AwaitSeveral) => "done interrupted cancelled left out out of patience",
                    nameof(Step.Interrupt) or nameof(Step.Cancel) or nameof(Step.ChangePriority) => "left out",
                    nameof(Step.FireOne) => "fires",
                    _ when step.GetProperty("Patience") is not null || step.GetProperty("Limit") is not null => "done interrupted cancelled out of patience",
                    _ => "",
                };
                foreach (string way in ways.Replace("out of patience", "out_of_patience", StringComparison.Ordinal).Replace("left out", "left_out", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return $"{step.Name} {way.Replace('_', ' ')}";
                }
            }
        }
    }

    private static string Report(SmallModel model, List<TraceLine> expected, List<TraceLine> trace, Exception? error)
    {
        int same = expected.Zip(trace).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            {model.Describe()}
            {string.Join(Environment.NewLine, expected.Take(same).TakeLast(25))}
            line {same}:
              expected {string.Join(Environment.NewLine + "           ", expected.Skip(same).Take(3))}
              engine   {string.Join(Environment.NewLine + "           ", trace.Skip(same).Take(3))}
            {error}
            """;
    }
}
