using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A model that is written and read gives the same chances to the bit; what is no model is refused with its place.</summary>
public sealed class EscalationModelJsonTests
{
    private static readonly Lazy<EscalationModel> Logistic = new(() => EscalationModel.Fit(DrawnCases.Of(1, 1200), new EscalationOptions { TriesTrees = false }).Model);

    private static readonly Lazy<EscalationModel> Trees = new(() => EscalationModel.Fit(DrawnCases.Of(4, 3000, item => item.IsReturn == (item.Age > 8) ? 1 : -2.5), new EscalationOptions { Folds = 2 }).Model);

    [Theory]
    [InlineData(EscalationMethod.Logistic)]
    [InlineData(EscalationMethod.Trees)]
    public void What_is_written_and_read_is_the_same_model(EscalationMethod method)
    {
        EscalationModel model = method == EscalationMethod.Logistic ? Logistic.Value : Trees.Value;
        Assert.Equal(method, model.Method);
        string json = EscalationModelJson.Write(model);
        EscalationModel read = EscalationModelJson.Read(json);
        Assert.Equal(json, EscalationModelJson.Write(read));
        Assert.Equal(model.Training, read.Training);
        CaseRecord[] others = [.. DrawnCases.Of(2, 200).Cases, .. DrawnCases.Of(3, 20).Cases.Select(item => item with { Age = null, Source = null, Pathway = "new" })];
        Assert.Equal(others.Select(model.Predictor.Chance), others.Select(read.Predictor.Chance));
        Assert.Equal(model.Expect(others), read.Expect(others));
    }

    [Fact]
    public void The_text_holds_the_caution_the_datas_hash_and_no_childs_id()
    {
        string json = EscalationModelJson.Write(Logistic.Value);
        Assert.Contains("Not for any decision about a child", json, StringComparison.Ordinal);
        Assert.Contains(DrawnCases.Of(1, 1200).Sha256, json, StringComparison.Ordinal);
        Assert.DoesNotContain("child ", json.Replace(EscalationModel.Caution, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"escalation-model-1\"", "\"escalation-model-2\"", "format: found escalation-model-2; expected 'escalation-model-1'")]
    [InlineData("Not for any decision", "For every decision", "caution: found another text")]
    [InlineData("\"method\": \"logistic\"", "\"method\": \"trees\"", "method: found Trees; expected coefficients with their covariance for logistic")]
    [InlineData("\"method\": \"logistic\"", "\"method\": 0", "$.method: found what is no JSON")]
    [InlineData("\"method\": \"logistic\"", "\"method\": \"logistic\", \"method\": \"logistic\"", "found what is no JSON")]
    [InlineData("\"version\"", "\"further\": 1, \"version\"", "$.further: found what is no JSON")]
    [InlineData("\"attribute\": \"age\"", "\"attribute\": \"deprivation\"", "found deprivation; expected each column once")]
    [InlineData("\"level\": \"early\"", "\"level\": \"late\"", "columns[0].level: found late; expected one of early, need")]
    [InlineData("\"reference\": \"need\"", "\"reference\": \"late\"", "columns[0].reference: found late; expected one of early, need")]
    [InlineData("\"coefficients\": [", "\"coefficients\": [ 1,", "coefficients: found 7; expected 6")]
    [InlineData("\"coefficients\": [", "\"coefficients\": [ 1e999,", "coefficients: found 7; expected 6")]
    [InlineData("\"covariance\": [", "\"covariance\": [ [],", "covariance: found another shape; expected 6 rows of 6 numbers")]
    [InlineData("\"escalated\": ", "\"escalated\": -", "data.escalated: found -")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "data.sha256: found 0")]
    [InlineData("\"aside\": []", "\"aside\": [{ \"attribute\": \"pathway\", \"level\": \"x\", \"cases\": 5, \"escalated\": 2 }]", "aside[0].escalated: found 2; expected none or all of its referrals")]
    [InlineData("\"aside\": []", "\"aside\": [{ \"attribute\": \"age\", \"level\": \"x\", \"cases\": 5, \"escalated\": 0 }]", "aside[0]: found Age; expected a pathway or a source")]
    [InlineData("\"meanAge\"", "\"meanAge\": 99, \"unmean\"", "$.unmean: found what is no JSON")]
    public void What_is_no_model_is_refused_with_its_place(string old, string replacement, string message)
    {
        string json = EscalationModelJson.Write(Logistic.Value);
        int at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        string damaged = json[..at] + replacement + json[(at + old.Length)..];
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => EscalationModelJson.Read(damaged)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    public void What_is_no_text_of_a_model_is_refused(string json) => Assert.Throws<ArgumentException>(() => EscalationModelJson.Read(json));

    [Fact]
    public void Numbers_that_no_covariance_has_are_refused()
    {
        EscalationPredictor good = Logistic.Value.Predictor;
        EscalationModel wrong = new(good with { Covariance = good.Covariance.SetItem(0, good.Covariance[0].SetItem(1, 7)) }, Logistic.Value.Training, "1");
        Assert.Contains("covariance[0][1]: found 7; expected what a covariance can be", Assert.Throws<ArgumentException>(() => EscalationModelJson.Read(EscalationModelJson.Write(wrong))).Message, StringComparison.Ordinal);
        EscalationModel far = new(good with { Coefficients = good.Coefficients.SetItem(2, 1e7) }, Logistic.Value.Training, "1");
        Assert.Contains("coefficients: found a number out of range", Assert.Throws<ArgumentException>(() => EscalationModelJson.Read(EscalationModelJson.Write(far))).Message, StringComparison.Ordinal);
        string trees = EscalationModelJson.Write(Trees.Value);
        string other = trees.Replace("\"loss\": \"logistic\"", "\"loss\": \"poisson\"", StringComparison.Ordinal);
        Assert.NotEqual(trees, other);
        Assert.Contains("trees.loss: found Poisson; expected logistic", Assert.Throws<ArgumentException>(() => EscalationModelJson.Read(other)).Message, StringComparison.Ordinal);
    }
}
