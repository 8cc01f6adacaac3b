using System.Collections.Immutable;
using System.Text.Json;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Writes a forecast of need as plain JSON, and reads it back. The text is untrusted: reading it ends in a forecast or in what is wrong.</summary>
public static class NeedForecastJson
{
    private const string Format = "need-forecast-1";
    private const int MostDraws = 10_000;

    /// <summary>Writes a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    public static string Write(NeedForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return JsonSerializer.Serialize(
            new Document
            {
                Format = Format,
                Code = forecast.Authority.Code,
                Authority = forecast.Authority.Name,
                Region = forecast.Authority.Region,
                Year = forecast.Year,
                LastYear = forecast.LastYear,
                Children = forecast.Children,
                Data = forecast.DataName,
                DataSha256 = forecast.DataSha256,
                MethodVersion = forecast.MethodVersion,
                Targets = [.. forecast.Targets.Select(TargetJson.Of)],
                Elasticity = forecast.Elasticity is { } known ? new ElasticityJson(known.Value, known.StandardError ?? 0, known.DegreesOfFreedom) : null,
            },
            StrictJson.Indented);
    }

    /// <summary>Reads a file without throwing.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The forecast, or the mistakes.</returns>
    public static (NeedForecast? Forecast, ImmutableArray<ScenarioProblem> Problems) ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ProblemList problems = new(path);
        if (SourceFile.Read(problems) is not { } text)
        {
            return (null, ProblemList.Sorted(problems));
        }

        try
        {
            return (Read(text), []);
        }
        catch (ArgumentException mistake)
        {
            problems.Add(ScenarioMessage.Plain(mistake.Message.Split(" (Parameter", StringSplitOptions.None)[0]), "a forecast that 'locality need forecast --out' wrote", "write it again");
            return (null, ProblemList.Sorted(problems));
        }
    }

    /// <summary>Reads a forecast that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentException">It is none, or a number is out of range. The message says where.</exception>
    public static NeedForecast Read(string json)
    {
        Document document = StrictJson.Read<Document>(json, "a forecast of need");
        Require(string.Equals(document.Format, Format, StringComparison.Ordinal), "format", document.Format, Format);
        Require(document.Children > 0 && double.IsFinite(document.Children), "children", document.Children, "a finite number above zero");
        Require(document.Year > document.LastYear, "year", document.Year, "a year after lastYear");
        Require(document.Targets.Length > 0 && document.Targets.Select(target => target.Target).Distinct(StringComparer.Ordinal).Count() == document.Targets.Length, "targets", document.Targets.Length, "one or more, each once");
        if (document.Elasticity is { } given)
        {
            Require(double.IsFinite(given.Value) && given.StandardError >= 0 && double.IsFinite(given.StandardError) && given.DegreesOfFreedom is null or >= 1, "elasticity", given.Value, "a finite estimate with its standard error");
        }

        return new NeedForecast
        {
            Authority = new Authority(document.Code, document.Authority, document.Region),
            Year = document.Year,
            LastYear = document.LastYear,
            Children = document.Children,
            DataName = document.Data,
            DataSha256 = document.DataSha256,
            MethodVersion = document.MethodVersion,
            Targets = [.. document.Targets.Select((target, place) => target.Read(place))],
            Elasticity = document.Elasticity is { } known ? Elasticity.FromEstimate(known.Value, known.StandardError, known.DegreesOfFreedom) : null,
        };
    }

    private static void Require(bool holds, string name, object found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: found {found}; expected {expected}."), name);
        }
    }

    private sealed class Document
    {
        public required string Format { get; init; }

        public required string Code { get; init; }

        public required string Authority { get; init; }

        public required string Region { get; init; }

        public required int Year { get; init; }

        public required int LastYear { get; init; }

        public required double Children { get; init; }

        public required string Data { get; init; }

        public required string DataSha256 { get; init; }

        public required int MethodVersion { get; init; }

        public required TargetJson[] Targets { get; init; }

        public ElasticityJson? Elasticity { get; init; }
    }

    private sealed record ElasticityJson(double Value, double StandardError, int? DegreesOfFreedom = null);

    private sealed class TargetJson
    {
        public required string Target { get; init; }

        public required double Last { get; init; }

        public required double Rate { get; init; }

        public required double Lower80 { get; init; }

        public double? Upper80 { get; init; }

        public required double Lower95 { get; init; }

        public double? Upper95 { get; init; }

        public required double[] Factors { get; init; }

        internal static TargetJson Of(NeedTargetForecast forecast) => new()
        {
            Target = forecast.Target.Name,
            Last = forecast.Last,
            Rate = forecast.Likely.Mean,
            Lower80 = forecast.Likely.Lower,
            Upper80 = double.IsFinite(forecast.Likely.Upper) ? forecast.Likely.Upper : null,
            Lower95 = forecast.Wide.Lower,
            Upper95 = double.IsFinite(forecast.Wide.Upper) ? forecast.Wide.Upper : null,
            Factors = [.. forecast.Factors],
        };

        internal NeedTargetForecast Read(int place)
        {
            string at = FormattableString.Invariant($"targets[{place}]");
            NeedTarget? target = NeedTarget.Named(Target);
            Require(target is not null, $"{at}.target", Target, string.Join(", ", NeedTarget.All.Select(item => item.Name)));
            Require(Last > 0 && double.IsFinite(Last) && Rate > 0 && double.IsFinite(Rate), $"{at}.rate", Rate, "finite rates above zero");
            Require(IsAround(Lower80, Upper80) && IsAround(Lower95, Upper95), $"{at}.lower80", Lower80, "bounds on both sides of the rate");
            Require(
                Factors.Length is > 1 and <= MostDraws && Factors[0] > 0 && double.IsFinite(Factors[^1]) && Factors[^1] > Factors[0] && Factors.Zip(Factors.Skip(1)).All(pair => pair.First <= pair.Second),
                $"{at}.factors",
                Factors.Length,
                "two or more finite numbers above zero that rise");
            return new NeedTargetForecast(target!, Last, new Interval(Rate, Lower80, Upper80 ?? double.PositiveInfinity), new Interval(Rate, Lower95, Upper95 ?? double.PositiveInfinity), [.. Factors]);
        }

        private static bool IsAround(double lower, double? upper) => lower >= 0 && lower < (upper ?? double.PositiveInfinity);
    }
}
