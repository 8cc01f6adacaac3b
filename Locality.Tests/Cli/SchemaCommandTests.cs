using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

public class SchemaCommandTests
{
    [Fact]
    public void The_schema_goes_to_standard_output_as_one_document()
    {
        CommandRun run = CommandRun.Of("schema");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument schema = JsonDocument.Parse(run.Output);
        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.RootElement.GetProperty("$schema").GetString());
        Assert.Equal("scenario.schema.json", schema.RootElement.GetProperty("$id").GetString());
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_takes_no_argument() => Assert.Equal(ExitCode.BadInput, CommandRun.Of("schema", "scenarios/derby").ExitCode);

    [Fact]
    public void Every_key_has_a_description_that_an_editor_can_show()
    {
        using JsonDocument schema = JsonDocument.Parse(CommandRun.Of("schema").Output);
        List<string> silent = [];
        int keys = 0;
        Visit(schema.RootElement, "");
        Assert.Empty(silent);
        Assert.True(keys > 250);

        void Visit(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (property.NameEquals("properties"))
                    {
                        // The names of laws explain themselves.
                        JsonProperty[] here = [.. property.Value.EnumerateObject().Where(key => key.Name is not "law")];
                        keys += here.Length;
                        silent.AddRange(here.Where(key => !key.Value.TryGetProperty("description", out _)
                            && !Target(key.Value).TryGetProperty("items", out _)).Select(key => $"{path}/{key.Name}"));
                    }

                    Visit(property.Value, $"{path}/{property.Name}");
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Visit(item, path);
                }
            }
        }

        JsonElement Target(JsonElement value) => value.TryGetProperty("$ref", out JsonElement reference)
            ? schema.RootElement.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1])
            : value;
    }
}
