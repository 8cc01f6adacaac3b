using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Charts are packed for a page: rows become columns, and texts are kept once.</summary>
public sealed class PackedJsonTests
{
    [Fact]
    public void Like_rows_become_columns_and_lines_of_text_are_numbered() => Assert.Equal(
        """{"words":["x","y","z"],"parts":[],"value":{"a":{"$keys":["tip","v"],"$columns":[{"$lines":[{"$at":{"$same":0,"$count":4}},{"$at":[1,2,1,2]}]},{"$rows":[[1,2,3,4],{"$same":2.12346,"$count":4}]}]}}}""",
        PackedJson.Of("""{"a":[{"tip":"x\ny","v":[1,2.123456789]},{"tip":"x\nz","v":[2,2.123456789]},{"tip":"x\ny","v":[3,2.123456789]},{"tip":"x\nz","v":[4,2.123456789]}]}"""));

    [Fact]
    public void Few_rows_unlike_rows_and_what_is_absent_stay_as_they_are()
    {
        const string json = """{"a":[1,2],"b":[{"x":1},{"y":1},{"x":1},{"x":1}],"c":[null,"t",true,0.5],"d":[]}""";
        Assert.Equal($"{{\"words\":[],\"parts\":[],\"value\":{json}}}", PackedJson.Of(json));
    }

    [Fact]
    public void A_part_that_comes_again_is_kept_once_and_no_name_can_end_a_script()
    {
        string part = $"{{\"name\":\"</script>{new string('x', 200)}\"}}";
        Assert.Equal($"{{\"words\":[],\"parts\":[{part.Replace("<", "\\u003C", StringComparison.Ordinal).Replace(">", "\\u003E", StringComparison.Ordinal)}],\"value\":[{{\"$part\":0}},{{\"$part\":0}}]}}", PackedJson.Of($"[{part},{part}]"));
    }
}
