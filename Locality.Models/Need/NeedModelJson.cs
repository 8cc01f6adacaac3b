using System.Collections.Immutable;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Writes a fitted model of need as plain JSON, and reads it back: the same forecasts to the last bit. The text is untrusted.</summary>
public static class NeedModelJson
{
    private const string Format = "need-model-1";
    private const int LargestBytes = 100_000_000;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    public static string Write(NeedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonSerializer.Serialize(
            new Document
            {
                Format = Format,
                MethodVersion = model.MethodVersion,
                Data = model.DataName,
                DataSha256 = model.DataSha256,
                LeftOut = [.. model.LeftOut],
                LastYear = model.LastYear,
                ChoiceYears = [.. model.ChoiceYears],
                Fits = [.. model.Fits.Select(FitJson.Of)],
            },
            StrictJson.Options);
    }

    /// <summary>Reads a file without throwing.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The model, or the mistakes.</returns>
    public static (NeedModel? Model, ImmutableArray<ScenarioProblem> Problems) ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ProblemList problems = new(path);
        if (SourceFile.Read(problems, LargestBytes) is not { } text)
        {
            return (null, ProblemList.Sorted(problems));
        }

        try
        {
            return (Read(text), []);
        }
        catch (ArgumentException mistake)
        {
            problems.Add(ScenarioMessage.Plain(mistake.Message.Split(" (Parameter", StringSplitOptions.None)[0]), "a model that 'locality need fit --out' wrote", "fit it again");
            return (null, ProblemList.Sorted(problems));
        }
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentException">It is none, or of another version of the method, or a number is out of range. The message says where.</exception>
    public static NeedModel Read(string json)
    {
        Document document = StrictJson.Read<Document>(json, "a model of need");
        Require(string.Equals(document.Format, Format, StringComparison.Ordinal), "format", document.Format, Format);
        Require(document.MethodVersion == NeedMethod.Version, "methodVersion", document.MethodVersion, FormattableString.Invariant($"{NeedMethod.Version}: fit it again"));
        return new NeedModel
        {
            MethodVersion = document.MethodVersion,
            DataName = document.Data,
            DataSha256 = document.DataSha256,
            LeftOut = [.. document.LeftOut],
            LastYear = document.LastYear,
            ChoiceYears = [.. document.ChoiceYears],
            Fits = [.. document.Fits.Select((fit, place) => fit.Read(FormattableString.Invariant($"fits[{place}]")))],
        };
    }

    private static void Require(bool holds, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: found {found ?? "nothing"}; expected {expected}."), name);
        }
    }

    private sealed class Document
    {
        public required string Format { get; init; }

        public required int MethodVersion { get; init; }

        public required string Data { get; init; }

        public required string DataSha256 { get; init; }

        public required string[] LeftOut { get; init; }

        public required int LastYear { get; init; }

        public required int[] ChoiceYears { get; init; }

        public required FitJson[] Fits { get; init; }
    }

    private sealed class FitJson
    {
        public required string Target { get; init; }

        public required int YearsAhead { get; init; }

        public required PartJson[] Parts { get; init; }

        public required ErrorsJson Errors { get; init; }

        internal static FitJson Of(NeedTargetModel fit) => new()
        {
            Target = fit.Target.Name,
            YearsAhead = fit.YearsAhead,
            Parts = [.. fit.Parts.Select(PartJson.Of)],
            Errors = new ErrorsJson { Common = fit.Errors.Scale.Common, PerCount = fit.Errors.Scale.PerCount, Scores = [.. fit.Errors.Scores], Weights = [.. fit.Errors.Weights] },
        };

        internal NeedTargetModel Read(string at)
        {
            NeedTarget? target = NeedTarget.Named(Target);
            Require(target is not null, $"{at}.target", Target, string.Join(", ", NeedTarget.All.Select(item => item.Name)));
            Require(YearsAhead is >= 1 and <= NeedModel.MostYearsAhead, $"{at}.yearsAhead", YearsAhead, FormattableString.Invariant($"1 to {NeedModel.MostYearsAhead}"));
            Require(Errors.Common >= 0 && Errors.PerCount >= 0 && double.IsFinite(Errors.Common) && double.IsFinite(Errors.PerCount), $"{at}.errors", Errors.Common, "finite numbers, zero or more");
            return new NeedTargetModel
            {
                Target = target!,
                YearsAhead = YearsAhead,
                Parts = [.. Parts.Select((part, place) => part.Read(FormattableString.Invariant($"{at}.parts[{place}]")))],
                Errors = new ConformalErrors(new SizeScale(Errors.Common, Errors.PerCount), Errors.Scores, Errors.Weights),
            };
        }
    }

    private sealed class ErrorsJson
    {
        public required double Common { get; init; }

        public required double PerCount { get; init; }

        public required double[] Scores { get; init; }

        public required double[] Weights { get; init; }
    }

    private sealed class PartJson
    {
        public required string Name { get; init; }

        public double? Penalty { get; init; }

        public PanelFeatureJson[]? Columns { get; init; }

        public double[]? Coefficients { get; init; }

        public JsonElement? Trees { get; init; }

        internal static PartJson Of(NeedPart part) => new()
        {
            Name = part.Name,
            Penalty = part.Penalty,
            Columns = part.Fit is { } fit ? [.. fit.Features.Select(feature => new PanelFeatureJson(feature.Kind, feature.Series, feature.Kind is FeatureKind.Departure ? feature.Periods : null, feature.Other))] : null,
            Coefficients = part.Fit is LinearChange linear ? [.. linear.Coefficients] : null,
            Trees = part.Fit is TreeChange trees ? JsonDocument.Parse(TreeEnsembleJson.Write(trees.Trees)).RootElement : null,
        };

        internal NeedPart Read(string at)
        {
            if (Columns is null)
            {
                Require(NeedPart.IsSimple(Name) && Coefficients is null && Trees is null, $"{at}.name", Name, "columns with coefficients or trees, or a method that has none");
                return new NeedPart(Name, Penalty, null);
            }

            Require(Columns.All(column => column.Kind is not FeatureKind.Ratio || column.Other is not null), $"{at}.columns", "a ratio", "another series for it");
            ImmutableArray<PanelFeature> features = [.. Columns.Select(column => new PanelFeature(column.Kind, column.Series) { Periods = Math.Clamp(column.Periods ?? 1, 1, 100), Other = column.Other })];
            if (Coefficients is { } coefficients)
            {
                Require(Trees is null && coefficients.Length == features.Length && Array.TrueForAll(coefficients, double.IsFinite), $"{at}.coefficients", coefficients.Length, FormattableString.Invariant($"{features.Length} finite numbers"));
                return new NeedPart(Name, Penalty, new LinearChange { Features = features, Coefficients = [.. coefficients] });
            }

            Require(Trees is not null, $"{at}.trees", null, "coefficients or trees");
            TreeEnsemble trees = TreeEnsembleJson.Read(Trees!.Value.GetRawText());
            Require(trees.Columns.Length == features.Length, $"{at}.trees.columns", trees.Columns.Length, FormattableString.Invariant($"{features.Length}, one for each column"));
            return new NeedPart(Name, Penalty, new TreeChange { Features = features, Trees = trees });
        }
    }

    private sealed record PanelFeatureJson(FeatureKind Kind, string Series, int? Periods = null, string? Other = null);
}
