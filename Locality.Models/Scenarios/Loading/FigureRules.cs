namespace LocalitySim.Models;

/// <summary>Checks figures against each other: shares of a whole, dates, and the plan. Values that the schema refuses are passed over here.</summary>
internal static class FigureRules
{
    /// <summary>By how much the sum of the shares of a whole may miss 1.</summary>
    internal const double ShareTolerance = 1e-6;

    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2150, 12, 31);

    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ProblemList problems)
    {
        CheckDates(root, problems);
        CheckWeekday(root["demand"]?["weekday"], problems);
        CheckPlan(root["plan"], problems);
        CheckUncertain(root["uncertain"], problems);
        foreach (SourceNode pathway in ReferenceRules.Items(root["pathways"]))
        {
            CheckWhole(pathway["casework"]?["weights"], problems);
            CheckWhole(pathway["casework"]?["duration"]?["parts"], problems);
        }
    }

    /// <summary>Notes a date that is far from any scenario's.</summary>
    /// <returns>Whether nothing was noted.</returns>
    internal static bool CheckDate(SourceNode? node, ProblemList problems)
    {
        if (node is not null && (node.AsDate() < Earliest || node.AsDate() > Latest))
        {
            problems.Add(node, node.Describe(), "a date from 1990 to 2150");
            return false;
        }

        return true;
    }

    /// <summary>Notes shares of a whole that do not add up to 1. A list without items, and none, has no whole.</summary>
    internal static void CheckWhole(SourceNode? list, ProblemList problems)
    {
        IReadOnlyList<SourceNode> parts = ReferenceRules.Items(list);
        double[] shares = [.. parts.Select(part => part["share"]?.AsNumber()).OfType<double>()];
        if (parts.Count > 0 && shares.Length == parts.Count && shares.All(share => share is >= 0 and <= 1) && Math.Abs(shares.Sum() - 1) > ShareTolerance)
        {
            problems.Add(list!, $"shares that add up to {ScenarioMessage.Number(shares.Sum())}", "shares that add up to 1");
        }
    }

    private static void CheckDates(SourceNode root, ProblemList problems)
    {
        CheckDate(root["start"], problems);
        SourceNode? bankHolidays = root["calendar"]?["bankHolidays"];
        ReferenceRules.CheckUnique(bankHolidays, key: null, problems);
        foreach (SourceNode day in ReferenceRules.Items(bankHolidays))
        {
            CheckDate(day, problems);
        }

        foreach (SourceNode span in ReferenceRules.Items(root["calendar"]?["schoolHolidays"]))
        {
            CheckDate(span["from"], problems);
            CheckDate(span["to"], problems);
            if (span["to"] is SourceNode to && to.AsDate() < span["from"]?.AsDate())
            {
                problems.Add(to, to.Describe(), $"{span["from"]!.Text} (its first day) or later");
            }
        }
    }

    private static void CheckWeekday(SourceNode? weekday, ProblemList problems)
    {
        if (ReferenceRules.Items(weekday) is { Count: > 0 } days && days.All(day => day.AsNumber() == 0))
        {
            problems.Add(weekday!, "zero for every day", "a number above zero for one day or more");
        }
    }

    private static void CheckUncertain(SourceNode? uncertain, ProblemList problems)
    {
        foreach (SourceNode item in ReferenceRules.Items(uncertain))
        {
            UncertainFigure figure = new()
            {
                Figure = item["figure"]?.AsText() ?? "",
                From = item["from"]?.AsNumber(),
                To = item["to"]?.AsNumber(),
                Likely = item["likely"]?.AsNumber(),
                Median = item["median"]?.AsNumber(),
                Within = item["within"]?.AsNumber(),
            };

            // A key that is misspelt, or a value that is no number, is one mistake and not two.
            if (item.Kind == SourceKind.Keys && !item.Refused && item.Children.All(child => child.Key is "figure" || child.AsNumber() is not null) && figure.Fault() is { } fault)
            {
                problems.Add(item, fault, "from and to, and perhaps likely between them; or median and within, above 1");
            }
        }
    }

    private static void CheckPlan(SourceNode? plan, ProblemList problems)
    {
        RunPlan defaults = new();
        SourceNode? warmUp = plan?["warmUpYears"];
        double years = plan?["years"] is SourceNode given ? given.AsNumber() ?? double.PositiveInfinity : defaults.Years;
        double warmUpYears = warmUp is null ? defaults.WarmUpYears : warmUp.AsNumber() ?? 0;
        if (warmUpYears >= years && years > 0)
        {
            SourceNode at = warmUp ?? plan!["years"]!;
            string found = $"{ScenarioMessage.Number(warmUpYears)} years of warm-up in {ScenarioMessage.Number(years)} years";
            problems.Add(at, found, "a warm-up shorter than plan.years");
        }
    }
}
