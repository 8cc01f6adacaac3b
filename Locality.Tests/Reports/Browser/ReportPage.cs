using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Is an open report, and everything that its browser complained of or asked for.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly string address;

    private readonly List<string> complaints = [];

    private readonly List<string> requests = [];

    internal ReportPage(IPage page, string address)
    {
        Page = page;
        this.address = address;
        page.Console += (_, message) => Note(complaints, message.Type is "error" or "warning" ? $"{message.Type}: {message.Text}" : null);
        page.PageError += (_, error) => Note(complaints, $"page: {error}");
        page.Crash += (_, _) => Note(complaints, "the page crashed");
        page.Popup += (_, popup) => Note(complaints, $"popup: {popup.Url}");
        page.Dialog += (_, dialog) =>
        {
            Note(complaints, $"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Context.Request += (_, request) => Note(requests, request.Url);
        page.FrameNavigated += (_, frame) => Note(complaints, string.Equals(frame.Url.Split('#')[0], address, StringComparison.Ordinal) ? null : $"navigated: {frame.Url}");
    }

    internal IPage Page { get; }

    internal async Task OpenAsync()
    {
        await Page.GotoAsync(address, new() { Timeout = 120_000 });
        await Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
    }

    /// <summary>Holds that nothing was complained of, and that nothing but the file itself was asked for.</summary>
    internal void IsQuiet()
    {
        lock (complaints)
        {
            Assert.Empty(complaints);
        }

        lock (requests)
        {
            Assert.Equal([address], requests);
        }
    }

    internal Task<T> Ask<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument);

    internal Task<string> Shown(string selector) => Ask<string>("selector => document.querySelector(selector).textContent", selector);

    /// <summary>Returns the markup of a figure's picture.</summary>
    internal Task<string> Picture(string figure) => Ask<string>("id => document.getElementById(id).querySelector('.picture svg').outerHTML", figure);

    /// <summary>Returns what is wrong with the pictures of the page, figure by figure; none where each has shapes and words within its edges.</summary>
    internal async Task<string[]> BadPictures()
    {
        JsonElement figures = await Ask<JsonElement>("""
            () => [...document.querySelectorAll('figure')].map(figure => {
              const svg = figure.querySelector('.picture svg');
              if (!svg) { return { id: figure.id, shapes: 0, width: 0, height: 0, odd: 'no picture' }; }
              const shapes = [...svg.querySelectorAll('path, circle, rect, polygon, polyline, line')].filter(shape => {
                const box = shape.getBBox();
                return box.width + box.height > 0;
              });
              const box = svg.getBoundingClientRect();
              const odd = (svg.outerHTML.match(/NaN|Infinity|undefined|\[object/) || [''])[0];
              return { id: figure.id, shapes: shapes.length, width: box.width, height: box.height, odd };
            })
            """);
        Assert.NotEqual(0, figures.GetArrayLength());
        return
        [
            .. from figure in figures.EnumerateArray()
               where figure.GetProperty("shapes").GetInt32() < 4 || figure.GetProperty("width").GetDouble() < 200 || figure.GetProperty("height").GetDouble() < 100 || figure.GetProperty("odd").GetString() != ""
               select figure.ToString(),
        ];
    }

    /// <summary>Returns the colours of every picture: by figure, each once, in order.</summary>
    internal Task<Dictionary<string, string>> Colours() => Ask<Dictionary<string, string>>("""
        () => Object.fromEntries([...document.querySelectorAll('figure')].map(figure => [figure.id,
          [...new Set([...figure.querySelectorAll('svg [fill], svg [stroke]')].flatMap(shape => [shape.getAttribute('fill'), shape.getAttribute('stroke')]))].filter(colour => colour && colour !== 'none').sort().join(' ')]))
        """);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static void Note(List<string> list, string? text)
    {
        lock (list)
        {
            if (text is not null)
            {
                list.Add(text);
            }
        }
    }
}
