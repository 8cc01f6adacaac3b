using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes the blocks of a section as HTML.</summary>
internal sealed class HtmlBlocks(StringBuilder page, HtmlText text)
{
    internal void Write(ImmutableArray<ReportBlock> blocks)
    {
        foreach (ReportBlock block in blocks)
        {
            Write(block);
        }
    }

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case TextBlock words:
                page.Append(CultureInfo.InvariantCulture, $"<p{ClassOf(words.Kind)}>{text.Of(words.Words)}</p>\n");
                break;
            case HeadingBlock heading:
                page.Append(CultureInfo.InvariantCulture, $"<h3>{text.Of(heading.Words)}</h3>\n");
                break;
            case ListBlock list:
                page.Append("<ul>\n");
                foreach (string item in list.Items)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<li>{text.Of(item)}</li>\n");
                }

                page.Append("</ul>\n");
                break;
            case TableBlock table:
                Write(table.Table);
                break;
            case ChartBlock chart:
                Write(chart.Chart);
                break;
            case FoldedBlock folded:
                page.Append(CultureInfo.InvariantCulture, $"<details{(folded.IsPrinted ? " class=\"print\"" : "")}><summary>{text.Of(folded.Summary)}</summary>\n");
                Write(folded.Blocks);
                page.Append("</details>\n");
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no form in HTML.");
        }
    }

    private static string ClassOf(TextKind kind) => kind switch
    {
        TextKind.Answer => " class=\"answer\"",
        TextKind.Caution => " class=\"caution\"",
        TextKind.Small => " class=\"small\"",
        _ => "",
    };

    private void Write(Chart chart)
    {
        string id = HtmlText.Attribute(chart.Id);
        ChartPicture picture = chart.Picture;
        page.Append(CultureInfo.InvariantCulture, $"""
            <figure id="{id}" data-chart="{id}-data" aria-labelledby="{id}-title">
            <figcaption><h3 id="{id}-title">{text.Of(chart.Title)}</h3></figcaption>
            <div class="picture" role="img" aria-label="{HtmlText.Attribute(chart.Alternative)}" style="height:{chart.Height}px"></div>

            """);
        WriteControls(id, picture);
        if (chart.Note is { } note)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{text.Of(note)}</p>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <div class="save"><button type="button" class="save-svg" aria-label="Save the chart as SVG: {HtmlText.Attribute(chart.Title)}">Save as SVG</button><button type="button" class="save-png" aria-label="Save the chart as PNG: {HtmlText.Attribute(chart.Title)}">Save as PNG</button></div>
            <details class="data"><summary>The numbers as a table</summary>

            """);
        Write(chart.Table);
        page.Append("</details>\n</figure>\n");
    }

    private void WriteControls(string id, ChartPicture picture)
    {
        if (picture.Frames.Length < 2 && picture.Layers.Length < 2)
        {
            return;
        }

        page.Append("<div class=\"controls\">\n");
        if (picture.Layers.Length > 1)
        {
            page.Append(CultureInfo.InvariantCulture, $"<label>Show <select id=\"{id}-layer\">");
            foreach ((int place, string layer) in picture.Layers.Index())
            {
                page.Append(CultureInfo.InvariantCulture, $"<option value=\"{place}\">{text.Of(layer)}</option>");
            }

            page.Append("</select></label>\n");
        }

        if (picture.Frames.Length > 1)
        {
            page.Append(CultureInfo.InvariantCulture, $"<label>Structure <input type=\"range\" id=\"{id}-frame\" min=\"0\" max=\"{picture.Frames.Length - 1}\" value=\"0\" step=\"1\" aria-valuetext=\"{HtmlText.Attribute(picture.Frames[0])}\"></label> <strong class=\"frame\" aria-live=\"polite\">{text.Of(picture.Frames[0])}</strong>\n");
        }

        page.Append("</div>\n");
    }

    private void Write(ShownTable table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{HtmlText.Attribute(table.Caption)}\"><table class=\"sortable\" id=\"{HtmlText.Attribute(table.Id)}\">\n<caption>{text.Of(table.Caption)}</caption>\n<thead><tr>");
        foreach (ShownColumn column in table.Columns)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(column.IsNumber ? "" : " class=\"text\"")}><button type=\"button\">{text.Of(column.Heading)}</button></th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (ImmutableArray<ShownCell> row in table.Rows)
        {
            page.Append("<tr>");
            foreach ((int place, ShownCell cell) in row.Index())
            {
                string order = cell.Order is { } number && double.IsFinite(number) ? string.Create(CultureInfo.InvariantCulture, $" data-order=\"{number:G7}\"") : "";
                page.Append(place == 0
                    ? $"<th scope=\"row\"{order}>{text.Of(cell.Text)}</th>"
                    : $"<td{(table.Columns[place].IsNumber ? "" : " class=\"text\"")}{order}>{text.Of(cell.Text)}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }
}
